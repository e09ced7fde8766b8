// What kind of thing it is: a strength is as near as a problem; how it changes is asked of a change only.
import { useState } from 'preact/hooks';
import {
  type NoteKind,
  type NoteTrend,
  noteKinds,
  noteTrends,
} from '../../server/codes/note-kinds.ts';
import { type Tile, Tiles } from '../components/tiles.tsx';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import type { NoteDraft } from './note-draft.ts';
import { logWords } from './words.ts';

interface KindChoiceProps {
  readonly draft: NoteDraft;
  readonly change: (changes: Partial<NoteDraft>) => void;
  readonly error: string | undefined;
}

const askedTrends: readonly NoteTrend[] = ['NEW', 'RISING', 'STABLE', 'FALLING'];

/** Three tiles, the rest under "more". */
export function KindChoice({ draft, change, error }: KindChoiceProps) {
  const say = useWords(logWords);
  const { language } = useLanguage();
  const [isWhole, setWhole] = useState(false);
  const hasMore = isWhole || draft.kind === 'NEED' || draft.kind === 'SERVICE_GAP';
  const tile = (value: NoteKind, hint: string): Tile<NoteKind> => ({
    value,
    label: noteKinds[value][language].split(',')[0] ?? value,
    hint,
  });
  const tiles = [
    tile('PROBLEM', say('kindProblem')),
    tile('STRENGTH', say('kindStrength')),
    tile('TREND', say('kindTrend')),
    ...(hasMore ? [tile('NEED', say('kindNeed')), tile('SERVICE_GAP', say('kindGap'))] : []),
  ];
  return (
    <>
      <Tiles
        id="soort"
        label={say('kind')}
        tiles={tiles}
        value={draft.kind}
        onChoose={(kind) => change({ kind })}
        error={error}
      >
        {hasMore ? null : (
          <button
            type="button"
            class="utrecht-button utrecht-button--subtle"
            onClick={() => setWhole(true)}
          >
            {say('moreKinds')}
          </button>
        )}
      </Tiles>
      {draft.kind === 'TREND' ? (
        <Tiles
          label={say('trend')}
          tiles={askedTrends.map((value) => ({ value, label: noteTrends[value][language] }))}
          value={draft.trend}
          onChoose={(trend) => change({ trend })}
        />
      ) : null}
    </>
  );
}
