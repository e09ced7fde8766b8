// What is on this device only: how much, why it waits, and what the writer can do about what the server refused.
import { useState } from 'preact/hooks';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import type { OutboxItem, Refusal } from './item.ts';
import { correct, discard, sendNow } from './outbox.ts';
import { saveAsFile } from './to-file.ts';
import { useOutbox } from './use-outbox.ts';
import { outboxWords } from './words.ts';

interface OutboxPanelProps {
  /** Opens an item for correction; false when its form is elsewhere. */
  readonly onCorrect: (item: OutboxItem) => boolean;
}

/** Draws nothing when nothing waits. */
export function OutboxPanel({ onCorrect }: OutboxPanelProps) {
  const say = useWords(outboxWords);
  const { items, ofOthers, end } = useOutbox();
  if (items.length === 0 && ofOthers === 0) return null;
  const parked = items.filter((item) => item.refusal);
  const waiting = items.length - parked.length;
  const why = {
    EMPTY: say('waitLine'),
    WAITING: say('waitBusy'),
    UNREACHABLE: say('waitLine'),
    SIGN_IN: say('waitSignIn'),
  }[end ?? 'EMPTY'];
  return (
    <section class="wb-outbox" aria-label={say('title')} id="op-dit-toestel">
      {waiting > 0 ? (
        <p>
          <strong>{say('unsent', { n: waiting })}.</strong> {why}
        </p>
      ) : null}
      {parked.length > 0 ? (
        <>
          <p>
            <strong>{say('parked', { n: parked.length })}.</strong>
          </p>
          <ul>
            {parked.map((item) => (
              <Parked key={item.id} item={item} onCorrect={onCorrect} />
            ))}
          </ul>
        </>
      ) : null}
      {ofOthers > 0 ? <p>{say('ofOthers', { n: ofOthers })}</p> : null}
      {items.length > 0 ? (
        <div class="wb-actions">
          {waiting > 0 ? (
            <button
              type="button"
              class="utrecht-button utrecht-button--secondary-action"
              onClick={() => void sendNow(true)}
            >
              {say('sendNow')}
            </button>
          ) : null}
          <button
            type="button"
            class="utrecht-button utrecht-button--subtle"
            onClick={() => saveAsFile(items)}
          >
            {say('toFile')}
          </button>
        </div>
      ) : null}
    </section>
  );
}

const names = { LOG: 'log', CONFIRM: 'confirm', REVISE: 'revise', WITHDRAW: 'withdraw' } as const;

const wordsOf = (item: OutboxItem): string =>
  item.kind === 'LOG' || item.kind === 'REVISE' ? (item.input.observationText ?? '') : '';

/** Whether another device changed the note first: then both texts are kept, and the writer chooses. */
const isLateChange = ({ code, currentVersion }: Refusal) =>
  code === 'CONFLICT' && currentVersion !== undefined;

/** One refused item: what the server said, and the ways on. */
function Parked({ item, onCorrect }: OutboxPanelProps & { item: OutboxItem }) {
  const say = useWords(outboxWords);
  const { formats } = useLanguage();
  const [isSure, setSure] = useState(false);
  const { refusal } = item;
  if (!refusal) return null;
  const isLate = isLateChange(refusal);
  const isPersonal = refusal.message.includes('personal data');
  const reason = {
    BAD_USER_INPUT: say(isPersonal ? 'personal' : 'badInput'),
    FORBIDDEN: say('forbidden'),
    NOT_FOUND: say('notFound'),
  }[refusal.code];
  const letMineCount = () => {
    const { currentVersion: version = 1 } = refusal;
    if (item.kind === 'REVISE') {
      void correct(item.id, { kind: 'REVISE', input: { ...item.input, version } });
    }
  };
  return (
    <li class="wb-parked">
      <p>
        <strong>{say(names[item.kind])}</strong>{' '}
        <small>{formats.moment(new Date(item.queuedAt).toISOString())}</small>
        <br />
        {wordsOf(item)}
      </p>
      <p class="utrecht-form-field-error-message">
        {isLate ? say('conflict') : `${say('refused')}. ${reason ?? ''}`}
      </p>
      {isLate || isPersonal ? null : <p lang="en">{refusal.message}</p>}
      <div class="wb-actions">
        {isLate ? (
          <button
            type="button"
            class="utrecht-button utrecht-button--primary-action"
            onClick={letMineCount}
          >
            {say('useMine')}
          </button>
        ) : item.kind === 'LOG' || item.kind === 'REVISE' ? (
          <button
            type="button"
            class="utrecht-button utrecht-button--primary-action"
            onClick={() => {
              if (onCorrect(item)) document.getElementById('zin')?.focus();
            }}
          >
            {say('correct')}
          </button>
        ) : null}
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          onClick={() => (isSure || isLate ? void discard(item.id) : setSure(true))}
        >
          {say(isLate ? 'useOther' : isSure ? 'dropSure' : 'drop')}
        </button>
      </div>
    </li>
  );
}
