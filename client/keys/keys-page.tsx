// Keys that somebody makes for programs of their own: made here and shown once, stopped at once.
import { useState } from 'preact/hooks';
import { longestOwnDays } from '../../server/access/own-key-days.ts';
import { codesOf } from '../../server/codes/code-list.ts';
import { accessScopes, roles } from '../../server/codes/people.ts';
import { useChange } from '../api/use-change.ts';
import { useQuery } from '../api/use-query.ts';
import { Failure } from '../components/failure.tsx';
import { Field } from '../components/field.tsx';
import { Loading } from '../components/loading.tsx';
import { OnlyFor } from '../components/only-for.tsx';
import { Page } from '../components/page.tsx';
import { Pages } from '../components/pages.tsx';
import { Table } from '../components/table.tsx';
import {
  type AccessScope,
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
import { type Made, MadeKey } from './made-key.tsx';
import { ScopeChoice } from './scope-choice.tsx';
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

const monthAhead = () => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

function NewKey({ onMade }: { onMade: (made: Made) => void }) {
  const say = useWords(keyWords);
  const rights = useQuery(KeyScopesDocument, {});
  // Made once: pressing again after a lost answer makes no second key.
  const [id] = useState(() => crypto.randomUUID());
  const [label, setLabel] = useState('');
  const [expiresOn, setExpiresOn] = useState(monthAhead);
  const [scopes, setScopes] = useState<readonly AccessScope[]>([]);
  const [isChecked, setChecked] = useState(false);
  const { send, isBusy, error } = useChange(CreateOwnKeyDocument);
  const errorOf = (field: string) => (error?.field?.endsWith(field) ? error.message : undefined);
  if (rights.error) return <Failure error={rights.error} retry={rights.refresh} />;
  if (!rights.data) return <Loading />;
  const among = rights.data.me?.keyScopes ?? [];
  if (among.length === 0) return <p class="utrecht-paragraph">{say('noScopes')}</p>;
  const save = async () => {
    setChecked(true);
    if (label.trim() === '' || scopes.length === 0) return;
    const answer = await send({ input: { id, label, expiresOn, scopes: [...scopes] } });
    if (answer) onMade({ label, key: answer.createOwnKey.key });
  };
  return (
    <details>
      <summary>{say('addKey')}</summary>
      <form
        class="wb-panel"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field
          label={say('label')}
          description={say('labelHelp')}
          error={isChecked && label.trim() === '' ? say('labelMissing') : errorOf('label')}
        >
          {(control) => (
            <input
              {...control}
              class="utrecht-textbox utrecht-textbox--html-input"
              maxLength={100}
              value={label}
              onInput={(event) => setLabel(event.currentTarget.value)}
            />
          )}
        </Field>
        <ScopeChoice
          among={among}
          value={scopes}
          onChange={setScopes}
          isMissing={isChecked && scopes.length === 0}
        />
        <Field
          label={say('expires')}
          description={say('ownExpiresHelp', { n: longestOwnDays })}
          error={errorOf('expiresOn')}
        >
          {(control) => (
            <input
              {...control}
              type="date"
              class="utrecht-textbox utrecht-textbox--html-input wb-date"
              value={expiresOn}
              onInput={(event) => setExpiresOn(event.currentTarget.value)}
            />
          )}
        </Field>
        {error ? <Failure error={error} /> : null}
        <button
          type="submit"
          class="utrecht-button utrecht-button--primary-action"
          disabled={isBusy}
        >
          {say('addKey')}
        </button>
      </form>
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
