// One threshold: what it protects, what holds, another value to try and to set, and the last change to take back.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { thresholdKinds } from '../../server/codes/thresholds.ts';
import { useChange } from '../api/use-change.ts';
import { useQuery } from '../api/use-query.ts';
import { Facts } from '../components/facts.tsx';
import { Failure } from '../components/failure.tsx';
import { Field } from '../components/field.tsx';
import {
  SetThresholdDocument,
  type ThresholdsQuery,
  TryThresholdDocument,
  UndoThresholdDocument,
} from '../generated/graphql.ts';
import { useNames } from '../words/labels.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import { thresholdWords } from './threshold-words.ts';

type Threshold = ThresholdsQuery['disclosureThresholds'][number];

interface ThresholdFormProps {
  readonly gemeente: string;
  readonly threshold: Threshold;
  readonly lastChange: { readonly version: number } | undefined;
  readonly mayChange: boolean;
  /** What was done last, for whoever hears the page. */
  readonly said: string;
  readonly onSaid: (text: string) => void;
}

/** Nothing is sent that the product would refuse; what disappears is looked up when asked. */
export function ThresholdForm(props: ThresholdFormProps) {
  const { gemeente, threshold, lastChange, mayChange, said, onSaid } = props;
  const say = useWords(thresholdWords);
  const name = useNames();
  const { kind, least, product } = threshold;
  const heading = `drempel-${kind}`;
  return (
    <article class="wb-panel wb-threshold" aria-labelledby={heading}>
      <h3 class="utrecht-heading-3" id={heading}>
        {name(thresholdKinds, kind)}
      </h3>
      <p class="utrecht-paragraph">{say(`protects_${kind}`)}</p>
      <Facts
        facts={[
          [say('holds'), say(least > product ? 'own' : 'notOwn', { n: least })],
          ...(least > product ? [[say('product'), `${product}`] as const] : []),
        ]}
      />
      {mayChange ? (
        <NewValue gemeente={gemeente} threshold={threshold} onSaid={onSaid}>
          {lastChange ? (
            <Undo gemeente={gemeente} kind={kind} version={lastChange.version} onSaid={onSaid} />
          ) : null}
        </NewValue>
      ) : null}
      <p role="status" class="wb-threshold__said">
        {said}
      </p>
    </article>
  );
}

interface NewValueProps extends Pick<ThresholdFormProps, 'gemeente' | 'threshold' | 'onSaid'> {
  /** What stands beside the buttons. */
  readonly children: ComponentChildren;
}

function NewValue({ gemeente, threshold, onSaid, children }: NewValueProps) {
  const say = useWords(thresholdWords);
  const { kind, least, product, most } = threshold;
  const [text, setText] = useState(`${least}`);
  const [problem, setProblem] = useState('');
  const [tried, setTried] = useState<number>();
  const { send, isBusy, error } = useChange(SetThresholdDocument);
  useEffect(() => {
    setText(`${least}`);
    setTried(undefined);
  }, [least]);
  /** The value that was typed; undefined, with the reason said, when it cannot be set. */
  const read = (): number | undefined => {
    const value = /^\d{1,6}$/.test(text.trim()) ? Number(text) : Number.NaN;
    const isPossible = value >= product && value <= most;
    const words = { value: text.trim() || '0', least: product, most };
    setProblem(!isPossible ? say('tooLow', words) : value === least ? say('same', words) : '');
    return isPossible && value !== least ? value : undefined;
  };
  return (
    <form
      noValidate
      onSubmit={async (event) => {
        event.preventDefault();
        const value = read();
        if (value === undefined) return;
        const input = { gemeente, kind, least: value === product ? null : value };
        if (await send({ input })) onSaid(say('done', { n: value }));
      }}
    >
      <Field
        label={say('newValue')}
        description={say('range', { least: product, most })}
        error={problem || undefined}
      >
        {(control) => (
          <input
            {...control}
            class="utrecht-textbox utrecht-textbox--html-input wb-threshold__number"
            type="number"
            inputMode="numeric"
            min={product}
            max={most}
            value={text}
            onInput={(event) => {
              setText(event.currentTarget.value);
              setProblem('');
              setTried(undefined);
            }}
          />
        )}
      </Field>
      <Preview gemeente={gemeente} kind={kind} least={tried} />
      {error ? <Failure error={error} /> : null}
      <div class="wb-buttons">
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          onClick={() => setTried(read())}
        >
          {say('look')}
        </button>
        <button
          type="submit"
          class="utrecht-button utrecht-button--primary-action"
          disabled={isBusy}
        >
          {say('set')}
        </button>
        {children}
      </div>
    </form>
  );
}

interface PreviewProps {
  readonly gemeente: string;
  readonly kind: Threshold['kind'];
  /** Undefined: nothing was asked. */
  readonly least: number | undefined;
}

function Preview({ gemeente, kind, least }: PreviewProps) {
  const say = useWords(thresholdWords);
  const { formats } = useLanguage();
  const { data, error } = useQuery(
    TryThresholdDocument,
    least === undefined ? undefined : { input: { gemeente, kind, least } },
  );
  const found = least === undefined ? undefined : data?.disclosureThresholdPreview;
  const isSame = found?.signalsNow === found?.signalsThen && found?.groupsNow === found?.groupsThen;
  return (
    <div role="status">
      {error ? <Failure error={error} /> : null}
      {found ? (
        <p class="utrecht-paragraph wb-threshold__preview">
          {isSame ? <strong>{say('nothing')} </strong> : null}
          {say('signals', { now: found.signalsNow, later: found.signalsThen })}{' '}
          {say('groups', { now: found.groupsNow, later: found.groupsThen })}{' '}
          {say('asOf', { day: formats.day(found.asOf) })}
        </p>
      ) : null}
    </div>
  );
}

interface UndoProps extends Pick<ThresholdFormProps, 'gemeente' | 'onSaid'> {
  readonly kind: Threshold['kind'];
  readonly version: number;
}

function Undo({ gemeente, kind, version, onSaid }: UndoProps) {
  const say = useWords(thresholdWords);
  const name = useNames();
  const { send, isBusy, error } = useChange(UndoThresholdDocument);
  return (
    <>
      {error ? <Failure error={error} /> : null}
      <button
        type="button"
        class="utrecht-button utrecht-button--subtle"
        aria-label={`${say('undo')}: ${name(thresholdKinds, kind)}`}
        disabled={isBusy}
        onClick={async () => {
          const done = await send({ gemeente, kind, version });
          if (done) onSaid(say('undone', { n: done.undoDisclosureThreshold.least }));
        }}
      >
        {say('undo')}
      </button>
    </>
  );
}
