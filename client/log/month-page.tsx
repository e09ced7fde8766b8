// What stood out this month (/log/maand): for who sees several wijken and writes once in a while, such as a GP.
import { useEffect, useState } from 'preact/hooks';
import { noteKinds } from '../../server/codes/note-kinds.ts';
import { type ThemeCode, themes } from '../../server/codes/themes.ts';
import { pathTo } from '../app/paths.ts';
import { type Me, useSession } from '../app/session.tsx';
import { Alert } from '../components/alert.tsx';
import { Check } from '../components/check.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Field } from '../components/field.tsx';
import { Loading } from '../components/loading.tsx';
import { Page } from '../components/page.tsx';
import { Tiles } from '../components/tiles.tsx';
import { queue, sendFor } from '../outbox/outbox.ts';
import { useDraft } from '../outbox/use-draft.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import { DangerPanel } from './danger-panel.tsx';
import { useWijken, type WijkName } from './device-lists.ts';
import { type Habits, keepHabits, useHabits } from './habits.ts';
import './log.css';
import {
  emptyEntry,
  filledWijken,
  hasEntries,
  type MonthEntry,
  monthDays,
  newMonth,
  noteOfEntry,
  wrongWith,
} from './month-draft.ts';
import { monthWords } from './month-words.ts';
import { daysOf, inputOf } from './note-draft.ts';
import { Sentence } from './sentence.tsx';
import { allThemes } from './themes.ts';
import { hasHardFindings, loadScreening } from './use-screening.ts';
import { logWords } from './words.ts';

/** The form for who logs notes. */
export function MonthPage() {
  const say = useWords(logWords);
  const sayMonth = useWords(monthWords);
  const { me } = useSession();
  const isObserver = me?.role === 'OBSERVER' && me.profession != null;
  return (
    <Page title={sayMonth('monthTitle')} lead={sayMonth('monthLead')}>
      {me === null ? <Alert kind="info">{say('signIn')}</Alert> : null}
      {me !== null && !isObserver ? <Alert kind="info">{say('notYou')}</Alert> : null}
      {me !== null && isObserver ? <OwnMonth key={me.deviceKey} me={me} /> : null}
      <p>
        <a class="utrecht-link" href={pathTo('log')}>
          {sayMonth('toOne')}
        </a>
      </p>
    </Page>
  );
}

function OwnMonth({ me }: { me: Me }) {
  useEffect(() => sendFor(me.deviceKey), [me.deviceKey]);
  const say = useWords(logWords);
  const habits = useHabits(me.deviceKey);
  const { value: list, isMissing } = useWijken(me.deviceKey, me.gemeenteCode);
  if (isMissing) return <Alert kind="warning">{say('noWijken')}</Alert>;
  if (!habits || !list) return <Loading />;
  return <MonthForm owner={me.deviceKey} habits={habits} wijken={list.wijken} />;
}

interface MonthFormProps {
  readonly owner: string;
  readonly habits: Habits;
  readonly wijken: readonly WijkName[];
}

const draftName = 'month';

function MonthForm({ owner, habits, wijken }: MonthFormProps) {
  const say = useWords(logWords);
  const sayMonth = useWords(monthWords);
  const { language, formats } = useLanguage();
  const { draft, change, replace, isRestored } = useDraft(owner, draftName, newMonth, hasEntries);
  const [own, setOwn] = useState<readonly string[]>(
    habits.monthly.length > 0 ? habits.monthly : habits.wijken,
  );
  const [isChoosing] = useState(own.length === 0);
  const [errors, setErrors] = useState<readonly { id: string; message: string }[]>([]);
  const [tries, setTries] = useState(0);
  const [savedCount, setSavedCount] = useState(0);
  const [isBroken, setBroken] = useState(false);
  useEffect(() => void loadScreening(), []);
  if (!draft) return <Loading />;
  const today = daysOf('TODAY', new Date()).to;
  const sorted = [...wijken].sort((a, b) => formats.compare(a.name, b.name));
  const chosen = sorted.filter(({ code }) => own.includes(code));
  const monthName = (monthsBack: 0 | 1) =>
    new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { month: 'long' }).format(
      new Date(monthDays(monthsBack, today).to),
    );
  const changeEntry = (code: string, changes: Partial<MonthEntry>) => {
    setSavedCount(0);
    change({
      entries: { ...draft.entries, [code]: { ...(draft.entries[code] ?? emptyEntry), ...changes } },
    });
  };
  const chooseWijk = (code: string, isChosen: boolean) => {
    const monthly = isChosen ? [...own, code] : own.filter((one) => one !== code);
    setOwn(monthly);
    void keepHabits(owner, { ...habits, monthly });
  };

  const findErrors = async () => {
    const found: { id: string; message: string }[] = [];
    const filled = chosen.filter(({ code }) => filledWijken(draft).includes(code));
    if (filled.length === 0) {
      found.push({
        id: chosen[0] ? `zin-${chosen[0].code}` : 'wijken',
        message: sayMonth('monthNone'),
      });
    }
    for (const { code, name } of filled) {
      const entry = draft.entries[code] ?? emptyEntry;
      const wrong = wrongWith(entry);
      if (wrong === 'theme') {
        found.push({ id: `thema-${code}`, message: sayMonth('monthTheme', { wijk: name }) });
      } else if (wrong === 'long') {
        found.push({ id: `zin-${code}`, message: sayMonth('monthLong', { wijk: name }) });
      }
      if (await hasHardFindings([entry.text])) {
        found.push({ id: `zin-${code}`, message: sayMonth('monthPerson', { wijk: name }) });
      }
    }
    if (!draft.isNobodyRecognisable) found.push({ id: 'niemand', message: say('missingNobody') });
    return { found, filled };
  };
  const save = async () => {
    const { found, filled } = await findErrors();
    setErrors(found);
    setTries(tries + 1);
    if (found.length > 0) return;
    const notes = filled.map((wijk) => {
      const id = crypto.randomUUID();
      const input = inputOf(noteOfEntry(draft, wijk, today), id, new Date());
      return { id, kind: 'LOG' as const, input };
    });
    try {
      await queue(notes, draftName);
    } catch {
      setBroken(true);
      return;
    }
    setSavedCount(notes.length);
    replace(newMonth());
    scrollTo(0, 0);
  };
  const errorAt = (id: string) => errors.find((error) => error.id === id)?.message;

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
      {savedCount > 0 ? (
        <Alert kind="ok">{sayMonth('savedMany', { n: savedCount })}</Alert>
      ) : isRestored ? (
        <Alert kind="info">
          <p>{say('restored')}</p>
          <button
            type="button"
            class="utrecht-button utrecht-button--secondary-action"
            onClick={() => replace(newMonth())}
          >
            {say('startAgain')}
          </button>
        </Alert>
      ) : null}
      {errors.length > 0 ? (
        <ErrorSummary title={say('toDo')} errors={errors} round={tries} />
      ) : null}
      <p class="wb-never">{say('never')}</p>
      <DangerPanel isOpen={false} />
      <Tiles
        label={sayMonth('month')}
        tiles={[
          { value: '0', label: monthName(0) },
          { value: '1', label: monthName(1) },
        ]}
        value={`${draft.monthsBack}`}
        onChoose={(value) => change({ monthsBack: value === '1' ? 1 : 0 })}
      />
      <details class="wb-fold" open={isChoosing || undefined} id="wijken" tabIndex={-1}>
        <summary>
          {sayMonth('monthWijken')}
          {chosen.length > 0 ? `: ${formats.list(chosen.map(({ name }) => name))}` : ''}
        </summary>
        <p class="wb-hint">{sayMonth('monthWijkenHint')}</p>
        <div class="wb-columns">
          {sorted.map(({ code, name }) => (
            <Check
              key={code}
              label={name}
              isChecked={own.includes(code)}
              onChange={(isChosen) => chooseWijk(code, isChosen)}
            />
          ))}
        </div>
      </details>
      {chosen.map((wijk) => (
        <Entry
          key={wijk.code}
          wijk={wijk}
          entry={draft.entries[wijk.code] ?? emptyEntry}
          onChange={(changes) => changeEntry(wijk.code, changes)}
          errorAt={errorAt}
        />
      ))}
      <div class="wb-save">
        <Check
          id="niemand"
          label={say('nobody')}
          isChecked={draft.isNobodyRecognisable}
          onChange={(isNobodyRecognisable) => change({ isNobodyRecognisable })}
          error={errorAt('niemand')}
        />
        <button type="submit" class="utrecht-button utrecht-button--primary-action">
          {sayMonth('monthSave')}
        </button>
      </div>
    </form>
  );
}

interface EntryProps {
  readonly wijk: WijkName;
  readonly entry: MonthEntry;
  readonly onChange: (changes: Partial<MonthEntry>) => void;
  readonly errorAt: (id: string) => string | undefined;
}

const kinds = ['PROBLEM', 'STRENGTH', 'TREND', 'NEED', 'SERVICE_GAP'] as const;

/** One wijk: the sentence first, then what it is about. */
function Entry({ wijk, entry, onChange, errorAt }: EntryProps) {
  const say = useWords(logWords);
  const sayMonth = useWords(monthWords);
  const { language } = useLanguage();
  const { code, name } = wijk;
  return (
    <section class="wb-entry" aria-label={name}>
      <h2 class="utrecht-heading-2">{name}</h2>
      <Sentence
        id={`zin-${code}`}
        label={sayMonth('monthText', { wijk: name })}
        kind={entry.kind}
        text={entry.text}
        onChange={(text) => onChange({ text })}
        error={errorAt(`zin-${code}`)}
      />
      <div class="wb-columns">
        <Field id={`thema-${code}`} label={say('theme')} error={errorAt(`thema-${code}`)}>
          {(control) => (
            <select
              {...control}
              class="utrecht-select"
              value={entry.theme}
              onChange={(event) => onChange({ theme: event.currentTarget.value as ThemeCode | '' })}
            >
              <option value="">{sayMonth('choose')}</option>
              {allThemes.map((theme) => (
                <option key={theme} value={theme}>
                  {themes[theme][language]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={say('kind')}>
          {(control) => (
            <select
              {...control}
              class="utrecht-select"
              value={entry.kind}
              onChange={(event) =>
                onChange({ kind: event.currentTarget.value as MonthEntry['kind'] })
              }
            >
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {noteKinds[kind][language]}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
    </section>
  );
}
