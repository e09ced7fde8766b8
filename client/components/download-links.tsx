// Files to take along, one link per form. Links with `download` are the browser's, not the app's.
import { useWords } from '../words/words.ts';
import { downloadWords } from './download-words.ts';

interface Props {
  /** Where the forms are found, without the form. */
  readonly address: string;
  readonly forms: readonly ('csv' | 'themes-csv' | 'jsonstat' | 'geojson')[];
  /** What the files are of, for who hears the link alone. */
  readonly of: string;
  readonly search?: string;
}

/** A line of links; on paper they lead nowhere. */
export function DownloadLinks({ address, forms, of, search = '' }: Props) {
  const say = useWords(downloadWords);
  return (
    <ul class="wb-links wb-no-print">
      {forms.map((form) => (
        <li key={form}>
          <a class="utrecht-link" href={`${address}/${form}${search}`} download>
            {say(form)}
            <span class="wb-only-read">, {of}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
