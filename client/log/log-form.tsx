// The one-screen form: three answers and a sentence, everything else folded.
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Profession } from '../../server/codes/people.ts';
import { Alert } from '../components/alert.tsx';
import { Check } from '../components/check.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Loading } from '../components/loading.tsx';
import { useLate } from '../components/use-late.ts';
import { correct, queue } from '../outbox/outbox.ts';
import type { KeptDraft } from '../outbox/use-draft.ts';
import { useWords } from '../words/words.ts';
import { DangerPanel } from './danger-panel.tsx';
import type { NearbyNote, WijkList } from './device-lists.ts';
import { type Habits, keepHabits, withNote } from './habits.ts';
import { KindChoice } from './kind-choice.tsx';
import {
  changeOf,
  inputOf,
  type Missing,
  missingIn,
  type NoteDraft,
  newDraft,
  textLimit,
} from './note-draft.ts';
import type { SavedNote } from './saved-notice.tsx';
import { Sentence } from './sentence.tsx';
import { ThemeChoice } from './theme-choice.tsx';
import { hasHardFindings, loadScreening } from './use-screening.ts';
import type { WijkShape } from './which-wijk.ts';
import { WijkChoice } from './wijk-choice.tsx';
import { logWords } from './words.ts';

interface LogFormProps {
  readonly owner: string;
  readonly profession: Profession;
  readonly kept: KeptDraft<NoteDraft>;
  readonly draft: NoteDraft;
  readonly habits: Habits;
  readonly list: WijkList;
  readonly borders: readonly WijkShape[];
  readonly nearby: readonly NearbyNote[];
}

/** Name under which the draft of this form is kept. */
export const draftName = 'note';

type Wrong = Missing | 'person';
const places: Readonly<Record<Wrong, string>> = {
  placeCode: 'wijk',
  theme: 'thema',
  kind: 'soort',
  text: 'zin',
  tooLong: 'zin',
  person: 'zin',
  urgent: 'urgent',
  nobody: 'niemand',
};

/** Saves on the device first; what is missing is listed with links. */
export function LogForm(props: LogFormProps) {
  const { owner, profession, kept, draft, list, borders, nearby } = props;
  const { change, replace, isRestored } = kept;
  const say = useWords(logWords);
  const [habits, setHabits] = useState(props.habits);
  // As they were when the page opened: tiles that move under a finger are worse than tiles that are old.
  const recent = useMemo(() => props.habits, [props.habits]);
  const [wrong, setWrong] = useState<readonly Wrong[]>([]);
  const [tries, setTries] = useState(0);
  const [saved, setSaved] = useState<SavedNote>();
  const [isBroken, setBroken] = useState(false);
  // Soon after the form can be used, so that it is there when the line is not.
  useEffect(() => void loadScreening(), []);
  const SavedNotice = useLate(() => import('./saved-notice.tsx').then((m) => m.SavedNotice), true);
  const SimilarNotes = useLate(
    () => import('./similar-notes.tsx').then((m) => m.SimilarNotes),
    nearby.length > 0,
  );
  const MoreDetails = useLate(() => import('./more-details.tsx').then((m) => m.MoreDetails), true);

  const messages: Readonly<Record<Wrong, string>> = {
    placeCode: say('missingWijk'),
    theme: say('missingTheme'),
    kind: say('missingKind'),
    text: say('missingText'),
    tooLong: say('missingTooLong', { most: textLimit }),
    person: say('missingPerson'),
    urgent: say('missingUrgent'),
    nobody: say('missingNobody'),
  };
  const errorOf = (...kinds: readonly Wrong[]) => {
    const found = kinds.find((kind) => wrong.includes(kind));
    return found && messages[found];
  };
  const answer = (changes: Partial<NoteDraft>) => {
    change(changes);
    if (wrong.length > 0) {
      const left = missingIn({ ...draft, ...changes });
      const isTextChanged = changes.text !== undefined || changes.meaning !== undefined;
      setWrong(wrong.filter((one) => (one === 'person' ? !isTextChanged : left.includes(one))));
    }
  };

  const save = async () => {
    const missing: Wrong[] = missingIn(draft);
    if (await hasHardFindings([draft.text, draft.meaning])) missing.push('person');
    setWrong(missing);
    setTries(tries + 1);
    if (missing.length > 0) return;
    const noteId = draft.corrects?.noteId ?? crypto.randomUUID();
    const change = changeOf(draft, new Date());
    try {
      if (draft.corrects && change) await correct(draft.corrects.itemId, change);
      else
        await queue(
          [{ id: noteId, kind: 'LOG', input: inputOf(draft, noteId, new Date()) }],
          draftName,
        );
    } catch {
      setBroken(true);
      return;
    }
    const next = withNote(habits, draft);
    setHabits(next);
    void keepHabits(owner, next);
    setSaved({ noteId, wijk: nameOf(draft.placeCode) });
    replace(newDraft(next.last));
  };
  const nameOf = (code: string) =>
    [...list.wijken, ...(list.gemeente ? [list.gemeente] : [])].find((one) => one.code === code)
      ?.name ?? code;

  return (
    <form
      class="wb-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {isBroken ? <Alert kind="error">{say('noKeep')}</Alert> : null}
      {saved && SavedNotice ? (
        <SavedNotice
          saved={saved}
          onAnother={() => {
            setSaved(undefined);
            document.querySelector<HTMLElement>('#thema input')?.focus();
          }}
        />
      ) : null}
      {isRestored && !saved ? (
        <Alert kind="info">
          <p>{say('restored')}</p>
          <button
            type="button"
            class="utrecht-button utrecht-button--secondary-action"
            onClick={() => replace(newDraft(habits.last))}
          >
            {say('startAgain')}
          </button>
        </Alert>
      ) : null}
      {wrong.length > 0 ? (
        <ErrorSummary
          title={say('toDo')}
          round={tries}
          errors={wrong.map((one) => ({ id: places[one], message: messages[one] }))}
        />
      ) : null}
      <p class="wb-never">{say('never')}</p>
      <DangerPanel isOpen={draft.severity === 'URGENT'} />
      <WijkChoice
        list={list}
        borders={borders}
        recent={recent.wijken}
        value={draft.placeCode}
        onChoose={({ code, year }) => answer({ placeCode: code, editionYear: year })}
        error={errorOf('placeCode')}
      />
      <ThemeChoice
        recent={recent.themes}
        value={draft.theme}
        onChoose={(theme) => answer({ theme })}
        error={errorOf('theme')}
      />
      <KindChoice draft={draft} change={answer} error={errorOf('kind')} />
      {SimilarNotes ? (
        <SimilarNotes
          notes={nearby}
          placeCode={draft.placeCode}
          theme={draft.theme}
          kind={draft.kind}
        />
      ) : null}
      <Sentence
        id="zin"
        label={say('text')}
        kind={draft.kind}
        text={draft.text}
        onChange={(text) => answer({ text })}
        error={errorOf('text', 'tooLong', 'person')}
      />
      <details
        class="wb-fold"
        open={wrong.includes('urgent') || draft.severity === 'URGENT' || undefined}
      >
        <summary>{say('more')}</summary>
        {MoreDetails ? (
          <MoreDetails
            draft={draft}
            change={answer}
            profession={profession}
            urgentError={errorOf('urgent')}
          />
        ) : (
          <Loading />
        )}
      </details>
      <Check
        id="niemand"
        label={say('nobody')}
        isChecked={draft.isNobodyRecognisable}
        onChange={(isNobodyRecognisable) => answer({ isNobodyRecognisable })}
        error={errorOf('nobody')}
      />
      <div class="wb-save">
        <button type="submit" class="utrecht-button utrecht-button--primary-action">
          {say(draft.corrects ? 'saveCorrection' : 'save')}
        </button>
      </div>
    </form>
  );
}
