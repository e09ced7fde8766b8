// The one box in the frame: an ARIA combobox over what is found while one types. Arrows choose, Enter goes, Escape closes;
// Enter without a choice opens the page with everything that was found.
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { pathTo } from '../app/paths.ts';
import { useSession } from '../app/session.tsx';
import { areLetterKeysOn, isTyping } from '../components/letter-keys.ts';
import { useWords } from '../words/words.ts';
import { HitLine } from './hit-line.tsx';
import { groupsOf, hrefOf } from './hits.ts';
import { SearchState } from './search-state.tsx';
import { useSearch } from './use-search.ts';
import { searchWords } from './words.ts';
import './search.css';

/** Of each group; the page shows the rest. */
const mostInBox = 4;

/** `reveal` shows the box where a menu hides it. */
export function SearchBox({ reveal }: { reveal: () => void }) {
  const say = useWords(searchWords);
  const { me, settings } = useSession();
  const { route } = useLocation();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const found = useSearch(isOpen ? typed : '');
  const gemeente = me?.gemeenteCode ?? settings.gemeente;
  const groups = groupsOf(found.hits, mostInBox);
  const shown = groups.flatMap(({ hits }) => hits);
  const isListed = isOpen && typed.trim() !== '';
  const chosen = shown[active];

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.altKey || event.metaKey) return;
      if (isTyping(event.target) || !areLetterKeysOn()) return;
      event.preventDefault();
      // At once, so that the next letter is not lost.
      input.current?.focus();
      if (document.activeElement === input.current) return;
      reveal();
      // After the menu of a narrow window has opened.
      requestAnimationFrame(() => input.current?.focus());
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [reveal]);

  useEffect(() => {
    if (active >= 0)
      document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);

  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const go = (address: string) => {
    setTyped('');
    close();
    input.current?.blur();
    route(address);
  };
  const everything = `${pathTo('search')}?q=${encodeURIComponent(typed.trim())}`;
  const move = (step: 1 | -1) => {
    setOpen(true);
    if (shown.length === 0) return;
    // One place more than there are hits: the box itself.
    const places = shown.length + 1;
    setActive(((active + 1 + step + places) % places) - 1);
  };
  const press = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Escape' && (isListed || typed !== '')) {
      if (!isListed) setTyped('');
      close();
    } else return;
    event.preventDefault();
  };
  return (
    <search>
      <form
        class="wb-search__form"
        action={pathTo('search')}
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen) go(hrefOf(chosen, gemeente));
          else if (typed.trim() !== '') go(everything);
        }}
        onFocusOut={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget as Node | null)) close();
        }}
      >
        <label class="wb-only-read" for={id}>
          {say('label')}
        </label>
        <input
          id={id}
          ref={input}
          class="utrecht-textbox utrecht-textbox--html-input"
          type="text"
          name="q"
          role="combobox"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          enterkeyhint="search"
          maxLength={200}
          placeholder={say('label')}
          aria-autocomplete="list"
          aria-expanded={isListed && shown.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={chosen ? `${id}-${active}` : undefined}
          aria-keyshortcuts="/"
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setActive(-1);
            setOpen(true);
          }}
          onFocus={() => setOpen(true)}
          onKeyDown={press}
        />
        <div class="wb-search__panel" hidden={!isListed}>
          <div id={`${id}-list`} role="listbox" aria-label={say('title')}>
            {groups.map(({ kind, hits }) => (
              // biome-ignore lint/a11y/useSemanticElements: a group of options of a listbox, not of a form.
              <div key={kind} role="group" aria-labelledby={`${id}-${kind}`}>
                <p class="wb-search__kind" id={`${id}-${kind}`} role="presentation">
                  {say(kind)}
                </p>
                {hits.map((hit) => {
                  const at = shown.indexOf(hit);
                  return (
                    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the box.
                    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the box, which names the option.
                    <div
                      key={hit.id}
                      id={`${id}-${at}`}
                      role="option"
                      class={`wb-hit${at === active ? ' wb-hit--active' : ''}`}
                      aria-selected={at === active}
                      onMouseDown={(event) => event.preventDefault()}
                      onClick={() => go(hrefOf(hit, gemeente))}
                    >
                      <HitLine hit={hit} />
                    </div>
                  );
                })}
              </div>
            ))}
          </div>
          <SearchState found={found} />
          {typed.trim() !== '' ? (
            <a
              class="utrecht-link wb-search__all"
              href={everything}
              onClick={(event) => {
                event.preventDefault();
                go(everything);
              }}
            >
              {say('all', { text: typed.trim() })}
            </a>
          ) : null}
        </div>
      </form>
    </search>
  );
}
