// The same data as the map, as a table that can be sorted.
import { useState } from 'preact/hooks';
import { pathTo } from '../app/paths.ts';
import { WideTable } from '../components/wide-table.tsx';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import type { Layer, WijkOnMap } from './layer.ts';
import { mapWords } from './words.ts';

type Sorting = { readonly by: 'name' | 'value'; readonly isDown: boolean };

/** By name until someone asks otherwise; what has no value comes last. */
export function LayerTable({ layer }: { layer: Layer }) {
  const say = useWords(mapWords);
  const { formats } = useLanguage();
  const [{ by, isDown }, sort] = useState<Sorting>({ by: 'name', isDown: false });
  const compare = (a: WijkOnMap, b: WijkOnMap) => {
    if (by === 'name') return formats.compare(a.name, b.name) * (isDown ? -1 : 1);
    if (a.order === null || b.order === null)
      return Number(a.order === null) - Number(b.order === null);
    return (a.order - b.order) * (isDown ? -1 : 1);
  };
  const head = (column: Sorting['by'], name: string) => (
    <th scope="col" aria-sort={by !== column ? 'none' : isDown ? 'descending' : 'ascending'}>
      <button
        type="button"
        class="wb-sort"
        aria-label={say('sortBy', { what: name.toLowerCase() })}
        onClick={() => sort({ by: column, isDown: by === column && !isDown })}
      >
        {name} <span aria-hidden="true">{by !== column ? '↕' : isDown ? '↓' : '↑'}</span>
      </button>
    </th>
  );
  return (
    <WideTable caption={say('tableOf', { what: layer.title })}>
      <thead>
        <tr>
          {head('name', say('wijk'))}
          {head('value', say('value'))}
        </tr>
      </thead>
      <tbody>
        {[...layer.wijken].sort(compare).map(({ code, name, cell }) => (
          <tr key={code}>
            <th scope="row">
              <a class="utrecht-link" href={pathTo('profile', code)}>
                {name}
              </a>
            </th>
            <td>{cell}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}
