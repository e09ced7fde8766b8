// All own notes in one file, made on this device.
import { useState } from 'preact/hooks';
import { noteKinds, noteStatuses, severities } from '../../server/codes/notes.ts';
import { themes } from '../../server/codes/themes.ts';
import { type ApiError, ask } from '../api/request.ts';
import { asApiError } from '../api/use-change.ts';
import { csvOf } from '../components/csv.ts';
import { Failure } from '../components/failure.tsx';
import { MyNotesDocument } from '../generated/graphql.ts';
import { useNames } from '../words/labels.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import type { OwnNote } from './my-notes-page.tsx';
import { myNotesWords } from './words.ts';

/** A button; the file is complete or not made. */
export function ExportNotes({ nameOf }: { nameOf: (code: string) => string }) {
  const say = useWords(myNotesWords);
  const label = useNames();
  const { apiLanguage } = useLanguage();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();
  const loadAll = async () => {
    const notes: OwnNote[] = [];
    for (let after: string | null | undefined = undefined; ; ) {
      const variables = { language: apiLanguage, ...(after ? { after } : {}) };
      const { fieldNotes }: Awaited<ReturnType<typeof askPage>> = await askPage(variables);
      notes.push(...fieldNotes.edges.flatMap((edge) => (edge ? [edge.node] : [])));
      after = fieldNotes.pageInfo.endCursor;
      if (!fieldNotes.pageInfo.hasNextPage) return notes;
    }
  };
  const download = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const rows = (await loadAll()).map((note) => [
        note.id,
        note.recordedAt,
        note.placeCode,
        nameOf(note.placeCode),
        label(themes, note.theme),
        label(noteKinds, note.kind),
        note.severity ? label(severities, note.severity) : '',
        label(noteStatuses, note.status),
        note.observationText ?? '',
        note.interpretationText ?? '',
        note.excerpt ?? '',
      ]);
      const head = ['id', 'recordedAt', 'placeCode', 'place', 'theme', 'kind', 'severity'];
      const texts = ['status', 'observationText', 'interpretationText', 'excerpt'];
      save('wijkbeeld-notities.csv', csvOf([[...head, ...texts], ...rows]));
    } catch (failure) {
      setError(asApiError(failure));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section>
      <h2 class="utrecht-heading-2">{say('exportTitle')}</h2>
      <p class="utrecht-paragraph">{say('exportHelp')}</p>
      {error ? <Failure error={error} /> : null}
      <button
        type="button"
        class="utrecht-button utrecht-button--secondary-action"
        disabled={isBusy}
        onClick={() => void download()}
      >
        {say('export')}
      </button>
    </section>
  );
}

const askPage = (variables: { language: 'NL' | 'EN'; after?: string }) =>
  ask(MyNotesDocument, variables);

function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
