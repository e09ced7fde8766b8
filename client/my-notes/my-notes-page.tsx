// What an observer logged and what became of it: returned notes first.
import { useState } from 'preact/hooks';
import { codesOf } from '../../server/codes/code-list.ts';
import { noteStatuses } from '../../server/codes/notes.ts';
import { useDelayed } from '../api/delayed.ts';
import { useQuery } from '../api/use-query.ts';
import { Failure } from '../components/failure.tsx';
import { Field } from '../components/field.tsx';
import { Loading } from '../components/loading.tsx';
import { OnlyFor } from '../components/only-for.tsx';
import { Page } from '../components/page.tsx';
import { usePlaceNames } from '../components/use-place-names.ts';
import { MyNotesDocument, type MyNotesQuery, type NoteStatus } from '../generated/graphql.ts';
import { useNames } from '../words/labels.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import { Confirmations } from './confirmations.tsx';
import { ExportNotes } from './export-notes.tsx';
import { NoteCard, withdrawalKey } from './note-card.tsx';
import { Sessions } from './sessions.tsx';
import { myNotesWords } from './words.ts';

export type OwnNote = NonNullable<MyNotesQuery['fieldNotes']['edges'][number]>['node'];

/** For observers. */
export function MyNotesPage() {
  const say = useWords(myNotesWords);
  return (
    <OnlyFor roles={['OBSERVER']} title={say('title')}>
      {({ gemeenteCode }) => <Notes gemeente={gemeenteCode} />}
    </OnlyFor>
  );
}

function Notes({ gemeente }: { gemeente: string }) {
  const say = useWords(myNotesWords);
  const label = useNames();
  const { nameOf } = usePlaceNames(gemeente);
  const [status, setStatus] = useState<NoteStatus | ''>('');
  const [cursors, setCursors] = useState<readonly (string | undefined)[]>([undefined]);
  return (
    <Page title={say('title')} lead={say('lead')}>
      <Returned nameOf={nameOf} />
      <section>
        <h2 class="utrecht-heading-2">{say('all')}</h2>
        <div class="wb-filters">
          <Field label={say('status')}>
            {(control) => (
              <select
                {...control}
                class="utrecht-select"
                value={status}
                onChange={(event) => {
                  setStatus(event.currentTarget.value as NoteStatus | '');
                  setCursors([undefined]);
                }}
              >
                <option value="">{say('anyStatus')}</option>
                {codesOf(noteStatuses).map((code) => (
                  <option key={code} value={code}>
                    {label(noteStatuses, code)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        {cursors.map((after, at) => (
          <NotesPart
            key={`${status} ${after ?? ''}`}
            status={status === '' ? undefined : status}
            after={after}
            nameOf={nameOf}
            isLast={at === cursors.length - 1}
            onMore={(cursor) => setCursors([...cursors, cursor])}
          />
        ))}
      </section>
      <Confirmations nameOf={nameOf} />
      <ExportNotes nameOf={nameOf} />
      <Sessions />
    </Page>
  );
}

interface NotesPartProps {
  readonly status: NoteStatus | undefined;
  readonly after: string | undefined;
  readonly nameOf: (code: string) => string;
  readonly isLast: boolean;
  readonly onMore: (cursor: string) => void;
}

function useOwnNotes(status: NoteStatus | undefined, after: string | undefined) {
  const { apiLanguage } = useLanguage();
  const { isTaken } = useDelayed();
  const { data, error, refresh } = useQuery(MyNotesDocument, {
    language: apiLanguage,
    ...(status ? { status } : {}),
    ...(after ? { after } : {}),
  });
  const notes: OwnNote[] = (data?.fieldNotes.edges ?? [])
    .flatMap((edge) => (edge ? [edge.node] : []))
    .filter(({ id, status: now }) => now === 'WITHDRAWN' || !isTaken(withdrawalKey(id)));
  return { notes, page: data?.fieldNotes.pageInfo, error, refresh };
}

function NotesPart({ status, after, nameOf, isLast, onMore }: NotesPartProps) {
  const say = useWords(myNotesWords);
  const { notes, page, error, refresh } = useOwnNotes(status, after);
  const cursor = page?.hasNextPage ? page.endCursor : undefined;
  return (
    <>
      {error ? <Failure error={error} retry={refresh} /> : null}
      {!page && !error ? <Loading /> : null}
      {page && notes.length === 0 ? <p class="utrecht-paragraph">{say('none')}</p> : null}
      <ul class="wb-cards wb-cards--wide">
        {notes.map((note) => (
          <NoteCard key={note.id} note={note} placeName={nameOf(note.placeCode)} />
        ))}
      </ul>
      {isLast && cursor ? (
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          onClick={() => onMore(cursor)}
        >
          {say('more')}
        </button>
      ) : null}
    </>
  );
}

function Returned({ nameOf }: { nameOf: (code: string) => string }) {
  const say = useWords(myNotesWords);
  const { notes } = useOwnNotes('RETURNED', undefined);
  if (notes.length === 0) return null;
  return (
    <section class="wb-panel">
      <h2 class="utrecht-heading-2">{say('returnedTitle')}</h2>
      <p class="utrecht-paragraph">{say('returnedHelp')}</p>
      <ul class="wb-cards wb-cards--wide">
        {notes.map((note) => (
          <NoteCard key={note.id} note={note} placeName={nameOf(note.placeCode)} />
        ))}
      </ul>
    </section>
  );
}
