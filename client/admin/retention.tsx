// How long everything is kept, and the proofs of what was erased.
import { retentionKinds } from '../../server/codes/retention.ts';
import { useQuery } from '../api/use-query.ts';
import { Failure } from '../components/failure.tsx';
import { Pages } from '../components/pages.tsx';
import { Table } from '../components/table.tsx';
import {
  RetentionCertificatesDocument,
  type RetentionCertificatesQuery,
  RetentionRulesDocument,
} from '../generated/graphql.ts';
import { useNames } from '../words/labels.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import { adminWords } from './words.ts';

/** Terms first, then certificates page by page. */
export function RetentionPart() {
  const say = useWords(adminWords);
  return (
    <>
      <Rules />
      <section>
        <h2 class="utrecht-heading-2">{say('certificates')}</h2>
        <Pages
          document={RetentionCertificatesDocument}
          variables={{}}
          connectionOf={({ retentionCertificates }) => retentionCertificates}
        >
          {(data) => <Certificates list={data.retentionCertificates} />}
        </Pages>
      </section>
    </>
  );
}

function Rules() {
  const say = useWords(adminWords);
  const nameOf = useNames();
  const { data, error, refresh } = useQuery(RetentionRulesDocument, {});
  if (error) return <Failure error={error} retry={refresh} />;
  return (
    <section>
      <h2 class="utrecht-heading-2">{say('rules')}</h2>
      <Table
        caption={say('rules')}
        columns={[say('kind'), say('term'), say('why')]}
        rows={(data?.retentionRules ?? []).map(({ kind, days, reason }) => ({
          key: kind,
          cells: [
            nameOf(retentionKinds, kind),
            days === null ? say('forever') : say('days', { n: days }),
            reason ?? say('defaultTerm'),
          ],
        }))}
      />
    </section>
  );
}

function Certificates({ list }: { list: RetentionCertificatesQuery['retentionCertificates'] }) {
  const say = useWords(adminWords);
  const nameOf = useNames();
  const { formats } = useLanguage();
  const found = list.edges.flatMap((edge) => (edge ? [edge.node] : []));
  if (found.length === 0) return <p class="utrecht-paragraph">{say('certificatesNone')}</p>;
  return (
    <Table
      caption={say('certificates')}
      columns={[say('kind'), say('count'), say('erased'), say('why'), say('hash')]}
      rows={found.map((one) => ({
        key: one.id,
        cells: [
          nameOf(retentionKinds, one.kind),
          formats.number(one.count),
          formats.moment(one.erasedAt),
          one.reason,
          <code key="hash" class="wb-hash">
            {one.hash.slice(0, 16)}…
          </code>,
        ],
      }))}
    />
  );
}
