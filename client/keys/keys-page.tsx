// Keys that somebody makes for programs of their own: made here and shown once, stopped at once.
import { useState } from 'preact/hooks';
import { longestOwnDays } from '../../server/access/own-key-days.ts';
import { codesOf } from '../../server/codes/code-list.ts';
import { accessScopes, roles } from '../../server/codes/people.ts';
import { useChange } from '../api/use-change.ts';
import { useQuery } from '../api/use-query.ts';
import { Failure } from '../components/failure.tsx';
import { Loading } from '../components/loading.tsx';
import { OnlyFor } from '../components/only-for.tsx';
import { Page } from '../components/page.tsx';
import { Pages } from '../components/pages.tsx';
import { Table } from '../components/table.tsx';
import {
  CreateOwnKeyDocument,
  KeyScopesDocument,
  MyKeysDocument,
  type MyKeysQuery,
  WithdrawOwnKeyDocument,
} from '../generated/graphql.ts';
import { useNames } from '../words/labels.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import { KeyEnd } from './key-end.tsx';
import { KeyForm } from './key-form.tsx';
import { type Made, MadeKey } from './made-key.tsx';
import { keyWords } from './words.ts';

/** For everyone who is signed in. */
export function KeysPage() {
  const say = useWords(keyWords);
  return (
    <OnlyFor roles={codesOf(roles)} title={say('title')}>
      {() => <OwnKeys />}
    </OnlyFor>
  );
}

function OwnKeys() {
  const say = useWords(keyWords);
  const [made, setMade] = useState<Made>();
  const [count, setCount] = useState(0);
  return (
    <Page title={say('title')} lead={say('lead')}>
      <p class="utrecht-paragraph">
        {say('help')}{' '}
        <a class="utrecht-link" href="/docs/">
          {say('docs')}
        </a>
      </p>
      {made ? <MadeKey key={made.key} made={made} onClose={() => setMade(undefined)} /> : null}
      <NewKey
        key={count}
        onMade={(next) => {
          setMade(next);
          setCount(count + 1);
        }}
      />
      <Pages document={MyKeysDocument} variables={{}} connectionOf={({ myKeys }) => myKeys}>
        {({ myKeys }) => <KeyTable keys={myKeys} />}
      </Pages>
    </Page>
  );
}

function NewKey({ onMade }: { onMade: (made: Made) => void }) {
  const say = useWords(keyWords);
  const rights = useQuery(KeyScopesDocument, {});
  const { send, isBusy, error } = useChange(CreateOwnKeyDocument);
  if (rights.error) return <Failure error={rights.error} retry={rights.refresh} />;
  if (!rights.data) return <Loading />;
  const among = rights.data.me?.keyScopes ?? [];
  if (among.length === 0) return <p class="utrecht-paragraph">{say('noScopes')}</p>;
  return (
    <details>
      <summary>{say('addKey')}</summary>
      <KeyForm
        among={among}
        days={30}
        expiresHelp={say('ownExpiresHelp', { n: longestOwnDays })}
        isBusy={isBusy}
        error={error}
        onSave={async (draft) => {
          const answer = await send({ input: draft });
          if (answer) onMade({ label: draft.label, key: answer.createOwnKey.key });
        }}
      />
    </details>
  );
}

function KeyTable({ keys }: { keys: MyKeysQuery['myKeys'] }) {
  const say = useWords(keyWords);
  const nameOf = useNames();
  const { formats } = useLanguage();
  const { send, isBusy, error } = useChange(WithdrawOwnKeyDocument);
  const list = keys.edges.flatMap((edge) => (edge ? [edge.node] : []));
  if (list.length === 0) return <p class="utrecht-paragraph">{say('none')}</p>;
  return (
    <>
      {error ? <Failure error={error} /> : null}
      <Table
        caption={say('title')}
        columns={[say('label'), say('scopes'), say('expires'), say('used'), say('revoke')]}
        rows={list.map((one) => ({
          key: one.id,
          cells: [
            <>
              {one.label}
              <br />
              <small>{one.prefix}…</small>
            </>,
            formats.list(one.scopes.map((scope) => nameOf(accessScopes, scope))),
            formats.shortDay(one.expiresOn),
            one.lastUsedOn ? formats.shortDay(one.lastUsedOn) : say('never'),
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
