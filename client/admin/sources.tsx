// The tables that can be imported, how they stand here and how old they are.
import { useQuery } from '../api/use-query.ts';
import { Failure } from '../components/failure.tsx';
import { Loading } from '../components/loading.tsx';
import { Table } from '../components/table.tsx';
import { CatalogueDocument } from '../generated/graphql.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import { adminWords } from './words.ts';

const ageInDays = (moment: string) => Math.floor((Date.now() - Date.parse(moment)) / 86_400_000);

/** What needs attention first: the source has something new, or it waits to be published. */
const order = ['CHANGED_AT_SOURCE', 'STAGED', 'LIVE', 'NOT_IMPORTED'] as const;

/** The catalogue as a table. */
export function Sources() {
  const say = useWords(adminWords);
  const { formats } = useLanguage();
  const { data, error, refresh } = useQuery(CatalogueDocument, {});
  if (error) return <Failure error={error} retry={refresh} />;
  if (!data) return <Loading />;
  const sorted = [...data.catalogue].sort(
    (a, b) =>
      order.indexOf(a.standing) - order.indexOf(b.standing) || formats.compare(a.title, b.title),
  );
  const day = (moment: string | null | undefined) => (moment ? formats.shortDay(moment) : '–');
  return (
    <section>
      <h2 class="utrecht-heading-2">{say('partSources')}</h2>
      <p class="utrecht-paragraph">{say('sourcesHelp')}</p>
      <Table
        caption={say('partSources')}
        columns={[
          say('table'),
          say('year'),
          say('standing'),
          say('retrieved'),
          say('checked'),
          say('changedAtSource'),
        ]}
        rows={sorted.map((one) => ({
          key: `${one.source} ${one.table} ${one.year}`,
          cells: [
            <>
              {one.title}
              <br />
              <small>
                {one.sourceTitle}, {one.table} · {one.licence}
              </small>
            </>,
            one.year === null ? '–' : String(one.year),
            say(`standing${one.standing}`),
            one.retrievedAt
              ? `${day(one.retrievedAt)} (${say('daysOld', { n: ageInDays(one.retrievedAt) })})`
              : '–',
            day(one.checkedAt),
            <>
              {day(one.modifiedAtSource)}
              {one.columnChanges && one.columnChanges.length > 0 ? (
                <details>
                  <summary>{say('columnChanges', { n: one.columnChanges.length })}</summary>
                  <ul>
                    {one.columnChanges.map(({ kind, before, now }) => (
                      <li key={`${before} ${now}`}>
                        {say(`column${kind}`, { before: before ?? '', now: now ?? '' })}
                      </li>
                    ))}
                  </ul>
                </details>
              ) : null}
            </>,
          ],
        }))}
      />
    </section>
  );
}
