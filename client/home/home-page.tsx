// The start page: what this is, and the wijken of the gemeente.

import { useQuery } from '../api/use-query.ts';
import { pathTo } from '../app/paths.ts';
import { useSession } from '../app/session.tsx';
import { Failure } from '../components/failure.tsx';
import { Loading } from '../components/loading.tsx';
import { Page } from '../components/page.tsx';
import { HomeDocument } from '../generated/graphql.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import { homeWords } from './words.ts';

/** Lists the wijken of the own gemeente, or of the one this server serves, by name. */
export function HomePage() {
  const say = useWords(homeWords);
  const { formats } = useLanguage();
  const { me, settings } = useSession();
  const within = me?.gemeenteCode ?? settings.gemeente ?? undefined;
  const { data, error, refresh } = useQuery(HomeDocument, within ? { within } : undefined);
  const wijken = [...(data?.places.edges ?? [])]
    .flatMap((edge) => (edge ? [edge.node] : []))
    .sort((a, b) => formats.compare(a.name, b.name));
  return (
    <Page title={say('title')} lead={say('lead')}>
      {within ? null : <p class="utrecht-paragraph">{say('noGemeente')}</p>}
      {error ? <Failure error={error} retry={refresh} /> : null}
      {within && !data && !error ? <Loading /> : null}
      {data ? (
        <>
          <h2 class="utrecht-heading-2">
            {say('wijken', { gemeente: data.place?.name ?? within ?? '' })}
          </h2>
          {wijken.length === 0 ? <p class="utrecht-paragraph">{say('noWijken')}</p> : null}
          <ul class="wb-wijken">
            {wijken.map(({ code, name }) => (
              <li key={code}>
                <a class="utrecht-link" href={pathTo('profile', code)}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Page>
  );
}
