// Which wijk: recent ones as tiles, the others in a list, or where the phone is, worked out on the phone.
import { useEffect, useState } from 'preact/hooks';
import { type Tile, Tiles } from '../components/tiles.tsx';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import type { WijkList, WijkName } from './device-lists.ts';
import { type WijkShape, wijkenAt } from './which-wijk.ts';
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

type Locating = 'IDLE' | 'BUSY' | 'FOUND' | 'BORDER' | 'OUTSIDE' | 'DENIED';

/** Asks the device where it is; nothing of it leaves the device. */
const findPosition = () =>
  new Promise<GeolocationCoordinates>((resolve, reject) =>
    navigator.geolocation.getCurrentPosition(({ coords }) => resolve(coords), reject, {
      enableHighAccuracy: true,
      timeout: 10_000,
      maximumAge: 60_000,
    }),
  );

/** Whether the device gives its place without asking the person first. */
const mayLocateUnasked = async (): Promise<boolean> =>
  (await navigator.permissions?.query({ name: 'geolocation' }).catch(() => undefined))?.state ===
  'granted';

/** Draws the choice; the wijk chosen is always visible. */
export function WijkChoice(props: WijkChoiceProps) {
  const { list, borders, recent, value, onChoose, error } = props;
  const say = useWords(logWords);
  const { formats } = useLanguage();
  const [locating, setLocating] = useState<Locating>('IDLE');
  const [near, setNear] = useState<readonly string[]>([]);
  const all = [...list.wijken, ...(list.gemeente ? [list.gemeente] : [])];
  const wijkOf = (code: string) => all.find((wijk) => wijk.code === code);
  const choose = (code: string) => {
    const wijk = wijkOf(code);
    if (wijk) onChoose(wijk);
  };

  const locate = async () => {
    setLocating('BUSY');
    try {
      const found = wijkenAt(borders, await findPosition());
      setNear(found);
      const [only, another] = found;
      if (only && !another) choose(only);
      setLocating(another ? 'BORDER' : only ? 'FOUND' : 'OUTSIDE');
    } catch {
      setLocating('DENIED');
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the borders are there and nothing is chosen.
  useEffect(() => {
    if (borders.length === 0 || value !== '') return;
    void mayLocateUnasked().then((may) => (may ? locate() : undefined));
  }, [borders]);

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
  const said = {
    IDLE: '',
    BUSY: say('locating'),
    FOUND: say('located', { wijk: wijkOf(near[0] ?? '')?.name ?? '' }),
    BORDER: say('locatedBorder'),
    OUTSIDE: say('locatedOutside'),
    DENIED: say('locateDenied'),
  }[locating];
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
        {borders.length > 0 && 'geolocation' in navigator ? (
          <button
            type="button"
            class="utrecht-button utrecht-button--secondary-action"
            onClick={() => void locate()}
          >
            {say('locate')}
          </button>
        ) : null}
      </div>
      <p role="status" class="wb-hint">
        {said}
      </p>
    </Tiles>
  );
}
