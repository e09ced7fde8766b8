// Which wijk: recent ones as tiles, the others in a list, or where the phone is, worked out on the phone.
import { useState } from 'preact/hooks';
import { type Tile, Tiles } from '../components/tiles.tsx';
import { useLate } from '../components/use-late.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import type { WijkList, WijkName } from './device-lists.ts';
import type { WijkShape } from './which-wijk.ts';
import { logWords } from './words.ts';

interface WijkChoiceProps {
  readonly list: WijkList;
  readonly borders: readonly WijkShape[];
  /** Codes of wijken used before, latest first. */
  readonly recent: readonly string[];
  readonly value: string;
  readonly onChoose: (wijk: WijkName) => void;
  readonly error: string | undefined;
}

/** Draws the choice; the wijk chosen is always visible. */
export function WijkChoice(props: WijkChoiceProps) {
  const { list, borders, recent, value, onChoose, error } = props;
  const say = useWords(logWords);
  const { formats } = useLanguage();
  const [near, setNear] = useState<readonly string[]>([]);
  const all = [...list.wijken, ...(list.gemeente ? [list.gemeente] : [])];
  const wijkOf = (code: string) => all.find((wijk) => wijk.code === code);
  const choose = (code: string) => {
    const wijk = wijkOf(code);
    if (wijk) onChoose(wijk);
  };

  const Locate = useLate(
    () => import('./locate.tsx').then((m) => m.Locate),
    borders.length > 0 && 'geolocation' in navigator,
  );

  const codes = [...new Set([...near, ...recent, value])].filter((code) => wijkOf(code));
  const shown = codes.slice(0, Math.max(3, near.length));
  if (value && wijkOf(value) && !shown.includes(value)) shown.push(value);
  const tiles = shown.map(
    (code): Tile<string> => ({
      value: code,
      label: wijkOf(code)?.name ?? code,
    }),
  );
  const others = list.wijken
    .filter(({ code }) => !shown.includes(code))
    .sort((a, b) => formats.compare(a.name, b.name));
  return (
    <Tiles
      id="wijk"
      label={say('wijk')}
      tiles={tiles}
      value={value}
      onChoose={choose}
      error={error}
    >
      <div class="wb-beside">
        <select
          class="utrecht-select"
          aria-label={say(tiles.length > 0 ? 'otherWijk' : 'wijkPick')}
          value=""
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value="">{say(tiles.length > 0 ? 'otherWijk' : 'wijkPick')} …</option>
          {others.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
          {list.gemeente ? (
            <option value={list.gemeente.code}>
              {say('wholeGemeente', { gemeente: list.gemeente.name })}
            </option>
          ) : null}
        </select>
      </div>
      {Locate ? (
        <Locate
          borders={borders}
          isUnasked={value === ''}
          nameOf={(code) => wijkOf(code)?.name ?? code}
          onFound={(codes) => {
            setNear(codes);
            if (codes.length === 1) choose(codes[0] ?? '');
          }}
        />
      ) : null}
    </Tiles>
  );
}
