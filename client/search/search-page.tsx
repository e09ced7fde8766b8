// Everything that was found (/zoeken?q=eenzaam), in groups; the same search as the box in the frame.
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { pathTo } from '../app/paths.ts';
import { useSession } from '../app/session.tsx';
import { Field } from '../components/field.tsx';
import { LetterKeysSwitch } from '../components/letter-keys-switch.tsx';
import { Page } from '../components/page.tsx';
import { useWords } from '../words/words.ts';
import { HitLine } from './hit-line.tsx';
import { groupsOf, hrefOf } from './hits.ts';
import { SearchState } from './search-state.tsx';
import { useSearch } from './use-search.ts';
import { searchWords } from './words.ts';
import './search.css';

/** Of each group. */
const mostOnPage = 30;

/** The address holds what was asked, so that it can be kept and shared. */
export function SearchPage() {
  const say = useWords(searchWords);
  const { me, settings } = useSession();
  const { query, route } = useLocation();
  const asked = query.q ?? '';
  const [typed, setTyped] = useState(asked);
  const [round, setRound] = useState(0);
  useEffect(() => setTyped(asked), [asked]);
  const found = useSearch(typed, round);
  const gemeente = me?.gemeenteCode ?? settings.gemeente;
  return (
    <Page title={say('title')} lead={say('lead')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          route(`${pathTo('search')}?q=${encodeURIComponent(typed.trim())}`);
        }}
      >
        <Field label={say('label')}>
          {(control) => (
            <input
              {...control}
              class="utrecht-textbox utrecht-textbox--html-input"
              type="search"
              maxLength={200}
              value={typed}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          )}
        </Field>
      </form>
      <SearchState found={found} retry={() => setRound(round + 1)} />
      {groupsOf(found.hits, mostOnPage).map(({ kind, hits }) => (
        <section key={kind} aria-labelledby={`gevonden-${kind}`}>
          <h2 class="utrecht-heading-2" id={`gevonden-${kind}`}>
            {say(kind)}
          </h2>
          <ul class="wb-hits">
            {hits.map((hit) => (
              <li key={hit.id}>
                <a class="wb-hit" href={hrefOf(hit, gemeente)}>
                  <HitLine hit={hit} />
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p class="utrecht-paragraph">{say('slash')}</p>
      <LetterKeysSwitch label={say('slashOn')} />
    </Page>
  );
}
