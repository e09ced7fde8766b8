// Which theme: large tiles, the own recent ones first, and a search with everyday words for the rest.
import { useState } from 'preact/hooks';
import { type ThemeCode, themes } from '../../server/codes/themes.ts';
import { Field } from '../components/field.tsx';
import { Tiles } from '../components/tiles.tsx';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import { withSoftHyphens } from './soft-hyphens.ts';
import { allThemes, tilesFor } from './themes.ts';
import { logWords } from './words.ts';

interface ThemeChoiceProps {
  readonly recent: readonly ThemeCode[];
  readonly value: ThemeCode | '';
  readonly onChoose: (theme: ThemeCode) => void;
  readonly error: string | undefined;
}

/** Draws the tiles; a chosen theme is always among them. */
export function ThemeChoice({ recent, value, onChoose, error }: ThemeChoiceProps) {
  const say = useWords(logWords);
  const { language } = useLanguage();
  const [isWhole, setWhole] = useState(false);
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<readonly ThemeCode[]>(allThemes);
  const search = async (text: string) => {
    setTyped(text);
    const { findThemes } = await import('./theme-search.ts');
    setFound(findThemes(text));
  };
  const few = tilesFor(recent);
  const shown = isWhole ? found : value === '' || few.includes(value) ? few : [...few, value];
  return (
    <Tiles
      id="thema"
      label={say('theme')}
      tiles={shown.map((theme) => ({
        value: theme,
        label: withSoftHyphens(themes[theme][language]),
      }))}
      value={value}
      onChoose={onChoose}
      error={error}
    >
      {isWhole ? (
        <Field label={say('themeSearch')} description={say('themeSearchHint')}>
          {(control) => (
            <input
              {...control}
              class="utrecht-textbox utrecht-textbox--html-input"
              type="search"
              value={typed}
              onInput={(event) => void search(event.currentTarget.value)}
            />
          )}
        </Field>
      ) : null}
      {shown.length === 0 ? <p role="status">{say('themeNone')}</p> : null}
      <button
        type="button"
        class="utrecht-button utrecht-button--subtle"
        aria-expanded={isWhole}
        onClick={() => {
          setTyped('');
          setFound(allThemes);
          setWhole(!isWhole);
        }}
      >
        {say(isWhole ? 'fewerThemes' : 'moreThemes')}
      </button>
    </Tiles>
  );
}
