// Keys of systems: made here and shown once, revoked at once.
import { useState } from 'preact/hooks';
import { givable } from '../../server/access/givable.ts';
import { codesOf } from '../../server/codes/code-list.ts';
import { accessScopes, roles } from '../../server/codes/people.ts';
import { useChange } from '../api/use-change.ts';
import { Failure } from '../components/failure.tsx';
import { Pages } from '../components/pages.tsx';
import { Table } from '../components/table.tsx';
import {
  ApiKeysDocument,
  type ApiKeysQuery,
  CreateApiKeyDocument,
  RevokeApiKeyDocument,
} from '../generated/graphql.ts';
import { KeyEnd } from '../keys/key-end.tsx';
import { KeyForm } from '../keys/key-form.tsx';
import { type Made, MadeKey } from '../keys/made-key.tsx';
import { keyWords } from '../keys/words.ts';
import { useNames } from '../words/labels.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import { type Holder, HolderFields, holderInput } from './holder-fields.tsx';
import { adminWords } from './words.ts';

/** The key itself is held by this page only, until it is closed. */
export function Keys() {
  const say = useWords(adminWords);
  const sayKey = useWords(keyWords);
  const [made, setMade] = useState<Made>();
  const [count, setCount] = useState(0);
  return (
    <section>
      <h2 class="utrecht-heading-2">{say('partKeys')}</h2>
      {made ? <MadeKey key={made.key} made={made} onClose={() => setMade(undefined)} /> : null}
      <details>
        <summary>{sayKey('addKey')}</summary>
        <NewKey
          key={count}
          onMade={(next) => {
            setMade(next);
            setCount(count + 1);
          }}
        />
      </details>
      <Pages document={ApiKeysDocument} variables={{}} connectionOf={({ apiKeys }) => apiKeys}>
        {(data) => <KeyTable keys={data.apiKeys} />}
      </Pages>
    </section>
  );
}

/** Roles of keys that an administrator may make. */
const keyRoles = codesOf(roles).filter((role) => givable[role]);

function NewKey({ onMade }: { onMade: (made: Made) => void }) {
  const say = useWords(adminWords);
  const [holder, setHolder] = useState<Holder>({
    role: 'COUNCIL',
    organisation: '',
    profession: '',
  });
  const { send, isBusy, error } = useChange(CreateApiKeyDocument);
  return (
    <KeyForm
      among={givable[holder.role] ?? []}
      days={365}
      expiresHelp={say('expiresHelp')}
      isBusy={isBusy}
      error={error}
      onSave={async (draft) => {
        const answer = await send({ input: { ...draft, ...holderInput(holder) } });
        if (answer) onMade({ label: draft.label, key: answer.createApiKey.key });
      }}
    >
      <p class="utrecht-paragraph">{say('keyLimits')}</p>
      <HolderFields
        value={holder}
        onChange={setHolder}
        errorOf={(field) => (error?.field?.endsWith(field) ? error.message : undefined)}
        among={keyRoles}
      />
    </KeyForm>
  );
}

function KeyTable({ keys }: { keys: ApiKeysQuery['apiKeys'] }) {
  const say = useWords(adminWords);
  const sayKey = useWords(keyWords);
  const nameOf = useNames();
  const { formats } = useLanguage();
  const { send, isBusy, error } = useChange(RevokeApiKeyDocument);
  const list = keys.edges.flatMap((edge) => (edge ? [edge.node] : []));
  if (list.length === 0) return <p class="utrecht-paragraph">{say('none')}</p>;
  return (
    <>
      {error ? <Failure error={error} /> : null}
      <Table
        caption={say('partKeys')}
        columns={[
          sayKey('label'),
          say('role'),
          sayKey('scopes'),
          sayKey('expires'),
          sayKey('used'),
          sayKey('revoke'),
        ]}
        rows={list.map((one) => ({
          key: one.id,
          cells: [
            <>
              {one.label}
              <br />
              <small>{one.prefix}…</small>
            </>,
            nameOf(roles, one.role),
            formats.list(one.scopes.map((scope) => nameOf(accessScopes, scope))),
            formats.shortDay(one.expiresOn),
            one.lastUsedOn ? formats.shortDay(one.lastUsedOn) : sayKey('never'),
            <KeyEnd
              key="revoke"
              label={one.label}
              expiresOn={one.expiresOn}
              revokedOn={one.revokedOn}
              isBusy={isBusy}
              onRevoke={() => void send({ id: one.id })}
            />,
          ],
        }))}
      />
    </>
  );
}
