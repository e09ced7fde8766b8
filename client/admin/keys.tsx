// Keys of systems: made here and shown once, revoked at once.
import { useEffect, useRef, useState } from 'preact/hooks';
import { givable } from '../../server/access/givable.ts';
import { codesOf } from '../../server/codes/code-list.ts';
import { accessScopes, roles } from '../../server/codes/people.ts';
import { useChange } from '../api/use-change.ts';
import { AreYouSure } from '../components/are-you-sure.tsx';
import { Failure } from '../components/failure.tsx';
import { Field } from '../components/field.tsx';
import { Pages } from '../components/pages.tsx';
import { Table } from '../components/table.tsx';
import {
  type AccessScope,
  ApiKeysDocument,
  type ApiKeysQuery,
  CreateApiKeyDocument,
  RevokeApiKeyDocument,
} from '../generated/graphql.ts';
import { useNames } from '../words/labels.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import { type Holder, HolderFields, holderInput } from './holder-fields.tsx';
import { adminWords } from './words.ts';

interface Made {
  readonly label: string;
  readonly key: string;
}

/** The key itself is held by this page only, until it is closed. */
export function Keys() {
  const say = useWords(adminWords);
  const [made, setMade] = useState<Made>();
  const [count, setCount] = useState(0);
  return (
    <section>
      <h2 class="utrecht-heading-2">{say('partKeys')}</h2>
      {made ? <MadeKey key={made.key} made={made} onClose={() => setMade(undefined)} /> : null}
      <details>
        <summary>{say('addKey')}</summary>
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

function MadeKey({ made, onClose }: { made: Made; onClose: () => void }) {
  const say = useWords(adminWords);
  const [isCopied, setCopied] = useState(false);
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div class="wb-panel">
      <p class="wb-small-heading">{say('made', { label: made.label })}</p>
      <p>{say('madeHelp')}</p>
      <p>
        <code class="wb-secret" ref={box} tabIndex={-1}>
          {made.key}
        </code>
      </p>
      <div class="wb-buttons">
        <button
          type="button"
          class="utrecht-button utrecht-button--primary-action"
          onClick={async () => {
            await navigator.clipboard.writeText(made.key);
            setCopied(true);
          }}
        >
          {say('copy')}
        </button>
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          onClick={onClose}
        >
          {say('close')}
        </button>
      </div>
      <p role="status">{isCopied ? say('copied') : ''}</p>
    </div>
  );
}

const yearAhead = () => new Date(Date.now() + 365 * 86_400_000).toISOString().slice(0, 10);

/** Roles of keys that an administrator may make. */
const keyRoles = codesOf(roles).filter((role) => givable[role]);

function NewKey({ onMade }: { onMade: (made: Made) => void }) {
  const say = useWords(adminWords);
  const nameOf = useNames();
  // Made once: pressing again after a lost answer makes no second key.
  const [id] = useState(() => crypto.randomUUID());
  const [label, setLabel] = useState('');
  const [expiresOn, setExpiresOn] = useState(yearAhead);
  const [scopes, setScopes] = useState<readonly AccessScope[]>([]);
  const [holder, setHolder] = useState<Holder>({
    role: 'COUNCIL',
    organisation: '',
    profession: '',
  });
  const [isChecked, setChecked] = useState(false);
  const { send, isBusy, error } = useChange(CreateApiKeyDocument);
  const errorOf = (field: string) => (error?.field?.endsWith(field) ? error.message : undefined);
  const save = async () => {
    setChecked(true);
    if (label.trim() === '' || scopes.length === 0) return;
    const input = { id, label, expiresOn, scopes: [...scopes], ...holderInput(holder) };
    const answer = await send({ input });
    if (answer) onMade({ label, key: answer.createApiKey.key });
  };
  return (
    <form
      class="wb-panel wb-narrow"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field
        label={say('label')}
        description={say('labelHelp')}
        error={isChecked && label.trim() === '' ? say('textMissing') : errorOf('label')}
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
      <p class="utrecht-paragraph">{say('keyLimits')}</p>
      <HolderFields
        value={holder}
        onChange={(next) => {
          setHolder(next);
          setScopes(scopes.filter((one) => givable[next.role]?.includes(one)));
        }}
        errorOf={errorOf}
        among={keyRoles}
      />
      <fieldset class="wb-choice">
        <legend class="utrecht-form-label">{say('scopesLegend')}</legend>
        {isChecked && scopes.length === 0 ? (
          <div class="utrecht-form-field-error-message" role="alert">
            {say('scopesMissing')}
          </div>
        ) : null}
        {(givable[holder.role] ?? []).map((code) => (
          <label class="wb-choice__option" key={code}>
            <input
              type="checkbox"
              class="utrecht-checkbox utrecht-checkbox--html-input"
              checked={scopes.includes(code)}
              onChange={(event) =>
                setScopes(
                  event.currentTarget.checked
                    ? [...scopes, code]
                    : scopes.filter((one) => one !== code),
                )
              }
            />
            <span>{nameOf(accessScopes, code)}</span>
          </label>
        ))}
      </fieldset>
      <Field label={say('expires')} description={say('expiresHelp')} error={errorOf('expiresOn')}>
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
      <div class="wb-buttons">
        <button
          type="submit"
          class="utrecht-button utrecht-button--primary-action"
          disabled={isBusy}
        >
          {say('addKey')}
        </button>
      </div>
    </form>
  );
}

function KeyTable({ keys }: { keys: ApiKeysQuery['apiKeys'] }) {
  const say = useWords(adminWords);
  const nameOf = useNames();
  const { formats } = useLanguage();
  const { send, isBusy, error } = useChange(RevokeApiKeyDocument);
  const list = keys.edges.flatMap((edge) => (edge ? [edge.node] : []));
  const today = new Date().toISOString().slice(0, 10);
  if (list.length === 0) return <p class="utrecht-paragraph">{say('none')}</p>;
  return (
    <>
      {error ? <Failure error={error} /> : null}
      <Table
        caption={say('partKeys')}
        columns={[
          say('label'),
          say('role'),
          say('scopes'),
          say('expires'),
          say('used'),
          say('revoke'),
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
            one.lastUsedOn ? formats.shortDay(one.lastUsedOn) : say('never'),
            one.revokedOn ? (
              say('revokedOn', { day: formats.shortDay(one.revokedOn) })
            ) : one.expiresOn <= today ? (
              say('expiredOn', { day: formats.shortDay(one.expiresOn) })
            ) : (
              <AreYouSure
                key="revoke"
                word={say('revoke')}
                about={one.label}
                question={say('revokeAsk')}
                confirm={say('revokeYes')}
                isBusy={isBusy}
                onSure={() => void send({ id: one.id })}
              />
            ),
          ],
        }))}
      />
    </>
  );
}
