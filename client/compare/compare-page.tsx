// Two to four wijken side by side: outcome, signal and figures per theme, with margins and the gemeente beside them.
import { useLocation } from 'preact-iso';
import { useQuery } from '../api/use-query.ts';
import { pathTo } from '../app/paths.ts';
import { useSession } from '../app/session.tsx';
import { Failure } from '../components/failure.tsx';
import { Field } from '../components/field.tsx';
import { Loading } from '../components/loading.tsx';
import { Page } from '../components/page.tsx';
import { CompareWijkDocument, WijkenOfDocument } from '../generated/graphql.ts';
import { useWords } from '../words/words.ts';
import { CompareTable } from './compare-table.tsx';
import { compareWords } from './words.ts';
import './compare.css';

const most = 4;
const isWijk = (code: string) => /^WK\d{4}[0-9A-Z]{2}$/.test(code);

/** /vergelijk?wijk=WK900101&wijk=WK900102 */
export function ComparePage() {
  const say = useWords(compareWords);
  const { url, route } = useLocation();
  const { me, settings } = useSession();
  const codes = [
    ...new Set(new URL(url, location.origin).searchParams.getAll('wijk').filter(isWijk)),
  ].slice(0, most);
  const gemeente =
    me?.gemeenteCode ?? settings.gemeente ?? (codes[0] ? `GM${codes[0].slice(2, 6)}` : undefined);
  const list = useQuery(WijkenOfDocument, gemeente ? { within: gemeente } : undefined);
  const wijken = list.data?.places.edges.map((edge) => edge.node) ?? [];
  // A fixed number of questions, because hooks may not come and go.
  const asked = [0, 1, 2, 3].map((at) => codes[at]);
  const first = useQuery(CompareWijkDocument, asked[0] ? { code: asked[0] } : undefined);
  const second = useQuery(CompareWijkDocument, asked[1] ? { code: asked[1] } : undefined);
  const third = useQuery(CompareWijkDocument, asked[2] ? { code: asked[2] } : undefined);
  const fourth = useQuery(CompareWijkDocument, asked[3] ? { code: asked[3] } : undefined);
  const answers = [first, second, third, fourth];
  const found = answers.flatMap((answer) => answer.data?.wijkProfile ?? []);
  const unknown = codes.filter((_, at) => answers[at]?.data && !answers[at]?.data?.wijkProfile);
  const error = list.error ?? answers.find((answer) => answer.error)?.error;
  const choose = (at: number, code: string) => {
    const next = asked
      .map((one, index) => (index === at ? code : one))
      .filter((one): one is string => Boolean(one));
    const search = new URLSearchParams(next.map((one) => ['wijk', one])).toString();
    route(`${pathTo('compare')}${search ? `?${search}` : ''}`, true);
  };
  return (
    <Page title={say('title')} lead={say('lead')}>
      {gemeente ? null : <p class="utrecht-paragraph">{say('noGemeente')}</p>}
      <div class="wb-compare-choice wb-no-print">
        {asked.slice(0, Math.min(most, codes.length + 1)).map((chosen, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the row is what is chosen for.
          <Field key={at} label={say('wijk', { n: at + 1 })}>
            {(control) => (
              <select
                {...control}
                class="utrecht-select"
                value={chosen ?? ''}
                onChange={(event) => choose(at, event.currentTarget.value)}
              >
                <option value="">{say('none')}</option>
                {chosen && !wijken.some(({ code }) => code === chosen) ? (
                  <option value={chosen}>{chosen}</option>
                ) : null}
                {wijken.map(({ code, name }) => (
                  <option
                    key={code}
                    value={code}
                    disabled={code !== chosen && codes.includes(code)}
                  >
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ))}
      </div>
      {error ? <Failure error={error} retry={list.refresh} /> : null}
      {unknown.map((code) => (
        <p key={code} class="utrecht-paragraph">
          {say('notFound', { code })}
        </p>
      ))}
      {codes.length < 2 ? <p class="utrecht-paragraph">{say('atLeast')}</p> : null}
      {found.length + unknown.length < codes.length && !error ? <Loading /> : null}
      {found.length > 0 ? <CompareTable wijken={found} /> : null}
    </Page>
  );
}
