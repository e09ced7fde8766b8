// What changed in a gemeente since a day, from what could be seen then and can be seen now.
import { useLocation, useRoute } from 'preact-iso';
import { concordanceOutcomes } from '../../server/codes/merge.ts';
import { themes } from '../../server/codes/themes.ts';
import { useQuery } from '../api/use-query.ts';
import { pathTo } from '../app/paths.ts';
import { Failure } from '../components/failure.tsx';
import { Field } from '../components/field.tsx';
import { Loading } from '../components/loading.tsx';
import { OutcomeMark } from '../components/outcome-mark.tsx';
import { Page } from '../components/page.tsx';
import { WideTable } from '../components/wide-table.tsx';
import '../components/reading.css';
import { ChangesDocument, type ChangesQuery } from '../generated/graphql.ts';
import { useNames } from '../words/labels.ts';
import { useWords } from '../words/words.ts';
import { changesWords } from './words.ts';

/** Three months back, unless the address says since when. */
function startOf(text: string | undefined): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text ?? '')) return text ?? '';
  const day = new Date();
  day.setMonth(day.getMonth() - 3);
  return day.toISOString().slice(0, 10);
}

/** /veranderd/GM9001?sinds=2026-03-31 */
export function ChangesPage() {
  const say = useWords(changesWords);
  const { params, query } = useRoute();
  const { route } = useLocation();
  const within = params.code ?? '';
  const since = startOf(query.sinds);
  const { data, error, refresh } = useQuery(ChangesDocument, { within, since });
  const gemeente = data?.place?.name;
  return (
    <Page
      key={within}
      title={gemeente ? say('title', { gemeente }) : say('loading')}
      lead={say('lead')}
    >
      <form
        class="wb-which wb-no-print"
        onSubmit={(event) => {
          event.preventDefault();
          const day = String(new FormData(event.currentTarget).get('sinds') ?? '');
          route(`${pathTo('changes', within)}?sinds=${encodeURIComponent(day)}`);
        }}
      >
        <Field label={say('since')} description={say('monthNote')}>
          {(control) => (
            <input
              {...control}
              key={since}
              class="utrecht-textbox"
              type="date"
              name="sinds"
              required
              defaultValue={since}
              max={new Date().toISOString().slice(0, 10)}
            />
          )}
        </Field>
        <button type="submit" class="utrecht-button utrecht-button--secondary-action">
          {say('show')}
        </button>
      </form>
      {error ? <Failure error={error} retry={refresh} /> : null}
      {!data && !error ? <Loading /> : null}
      {data ? <Changes changes={data.signalChanges} /> : null}
    </Page>
  );
}

function Changes({ changes }: { changes: ChangesQuery['signalChanges'] }) {
  const say = useWords(changesWords);
  const name = useNames();
  if (changes.length === 0) {
    return (
      <p class="utrecht-paragraph" role="status">
        {say('none')}
      </p>
    );
  }
  return (
    <>
      <p role="status">{say('found', { n: changes.length })}</p>
      <WideTable caption={say('caption')} isCaptionHidden>
        <thead>
          <tr>
            <th scope="col">{say('wijk')}</th>
            <th scope="col">{say('theme')}</th>
            <th scope="col">{say('change')}</th>
            <th scope="col">{say('before')}</th>
            <th scope="col">{say('now')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ placeCode, placeName, theme, kind, outcomeBefore, outcomeNow }) => (
            <tr key={`${placeCode} ${theme}`}>
              <th scope="row">
                <a class="utrecht-link" href={`${pathTo('profile', placeCode)}#thema-${theme}`}>
                  {placeName}
                </a>
              </th>
              <td>{name(themes, theme)}</td>
              <td>
                <strong>{say(kind)}</strong>
              </td>
              <td>
                <OutcomeMark outcome={outcomeBefore} /> {name(concordanceOutcomes, outcomeBefore)}
              </td>
              <td>
                <OutcomeMark outcome={outcomeNow} /> {name(concordanceOutcomes, outcomeNow)}
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </>
  );
}
