// From how many something is shown: what the product asks, what the gemeente asks beyond it, and what that would hide.
import { useState } from 'preact/hooks';
import { roles } from '../../server/codes/people.ts';
import { thresholdKinds } from '../../server/codes/thresholds.ts';
import { useQuery } from '../api/use-query.ts';
import { Failure } from '../components/failure.tsx';
import { Loading } from '../components/loading.tsx';
import { Table } from '../components/table.tsx';
import { ThresholdsDocument, type ThresholdsQuery } from '../generated/graphql.ts';
import { useNames } from '../words/labels.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import { ThresholdForm } from './threshold-form.tsx';
import { thresholdWords } from './threshold-words.ts';

type Change = ThresholdsQuery['disclosureThresholdChanges']['edges'][number]['node'];

interface ThresholdsProps {
  readonly gemeente: string;
  /** Whether the one who looks may change them; the data protection officer only reads. */
  readonly mayChange: boolean;
}

/** Each threshold with its form, and below them all changes. */
export function Thresholds({ gemeente, mayChange }: ThresholdsProps) {
  const say = useWords(thresholdWords);
  const { data, error, refresh } = useQuery(ThresholdsDocument, { gemeente });
  const changes = data?.disclosureThresholdChanges.edges.map(({ node }) => node) ?? [];
  // A form begins again when its threshold was changed; what it said of that stays.
  const [said, setSaid] = useState({ kind: '', text: '' });
  return (
    <section>
      <h2 class="utrecht-heading-2">{say('title')}</h2>
      <p class="utrecht-paragraph">{say('help')}</p>
      {error ? <Failure error={error} retry={refresh} /> : null}
      {!data && !error ? <Loading /> : null}
      {data?.disclosureThresholds.map((threshold) => (
        <ThresholdForm
          key={threshold.kind}
          gemeente={gemeente}
          threshold={threshold}
          lastChange={changes.find(({ kind }) => kind === threshold.kind)}
          mayChange={mayChange}
          said={said.kind === threshold.kind ? said.text : ''}
          onSaid={(text) => setSaid({ kind: threshold.kind, text })}
        />
      ))}
      {data ? <Changes changes={changes} /> : null}
    </section>
  );
}

function Changes({ changes }: { changes: readonly Change[] }) {
  const say = useWords(thresholdWords);
  const name = useNames();
  const { formats } = useLanguage();
  return (
    <>
      <h3 class="utrecht-heading-3">{say('changes')}</h3>
      {changes.length === 0 ? <p class="utrecht-paragraph">{say('noChanges')}</p> : null}
      {changes.length > 0 ? (
        <Table
          caption={say('changes')}
          columns={[say('kind'), say('value'), say('by'), say('when')]}
          rows={changes.map(({ kind, version, least, role, changedAt }) => ({
            key: `${kind} ${version}`,
            cells: [
              name(thresholdKinds, kind),
              typeof least === 'number' ? formats.number(least) : say('asProduct'),
              role === 'ADMIN' ? name(roles, role) : say('operator'),
              formats.moment(changedAt),
            ],
          }))}
        />
      ) : null}
    </>
  );
}
