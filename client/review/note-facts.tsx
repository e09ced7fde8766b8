// What the writer of a note said beside the words: only what was said.
import { populationGroups, visibilityReasons } from '../../server/codes/groups.ts';
import {
  evidenceBases,
  frequencies,
  noteKinds,
  noteSourceTypes,
  noteTrends,
  reviewDecisions,
  reviewReasons,
  scaleBands,
  scaleUnits,
  severities,
} from '../../server/codes/notes.ts';
import { professions, regimes } from '../../server/codes/people.ts';
import { Facts } from '../components/facts.tsx';
import { useNames } from '../words/labels.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import type { QueuedNote } from './decisions.ts';
import { reviewWords } from './words.ts';

/** Names and values; what is unknown is left out. */
export function NoteFacts({ note }: { note: QueuedNote }) {
  const say = useWords(reviewWords);
  const nameOf = useNames();
  const { formats } = useLanguage();
  const known = <Code extends string>(code: Code): code is Exclude<Code, 'UNKNOWN'> =>
    code !== 'UNKNOWN';
  const { observedFrom, observedTo, scaleBand, frequency, trend, confirmationCount } = note;
  const seen =
    observedFrom === observedTo
      ? say('seen', { day: formats.day(observedTo) })
      : say('seenBetween', { from: formats.day(observedFrom), to: formats.day(observedTo) });
  return (
    <>
      <p class="utrecht-paragraph">
        {say('received', { day: formats.day(note.recordedAt) })}. {seen}.
      </p>
      {note.mayBePublic === false && note.regime ? (
        <p class="utrecht-paragraph">
          <strong>{say('secret', { regime: nameOf(regimes, note.regime) })}</strong>
        </p>
      ) : null}
      <Facts
        facts={[
          [say('kind'), nameOf(noteKinds, note.kind)],
          [say('severity'), note.severity && nameOf(severities, note.severity)],
          [
            say('scale'),
            known(scaleBand) &&
              `${nameOf(scaleBands, scaleBand)}, ${nameOf(scaleUnits, note.scaleUnit).toLowerCase()}`,
          ],
          [say('frequency'), known(frequency) && nameOf(frequencies, frequency)],
          [say('trend'), known(trend) && nameOf(noteTrends, trend)],
          [say('basis'), note.evidenceBasis && nameOf(evidenceBases, note.evidenceBasis)],
          [say('source'), note.sourceType && nameOf(noteSourceTypes, note.sourceType)],
          [
            say('groups'),
            formats.list(note.populationGroups.map((one) => nameOf(populationGroups, one))),
          ],
          [
            say('reasons'),
            formats.list(note.visibilityReasons.map((one) => nameOf(visibilityReasons, one))),
          ],
          [say('figure'), note.figureRef],
          [say('icpc'), formats.list(note.icpc)],
          [say('profession'), note.profession && nameOf(professions, note.profession)],
          [
            say('confirmed'),
            confirmationCount ? say('organisations', { n: confirmationCount }) : null,
          ],
        ]}
      />
      {note.reviews.length === 0 ? null : (
        <>
          <h3 class="utrecht-heading-3">{say('before')}</h3>
          <ul>
            {note.reviews.map(({ decision, reason, reviewedOn, version }) => (
              <li key={`${reviewedOn} ${version}`}>
                {say('beforeLine', {
                  day: formats.day(reviewedOn),
                  version,
                  decision: nameOf(reviewDecisions, decision),
                  reason: reason ? ` (${nameOf(reviewReasons, reason)})` : '',
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
