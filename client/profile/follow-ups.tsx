// What people make of a theme and what they do with it: interpretations, follow-ups, documents, reactions.
import { followUpResults, signalStages } from '../../server/codes/notes.ts';
import { professions } from '../../server/codes/people.ts';
import { Facts } from '../components/facts.tsx';
import { useNames } from '../words/labels.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import type { Profile, Reaction, Theme } from './types.ts';
import { profileWords } from './words.ts';

/** An honest "no action yet", with its day, where a signal is shown and nothing is done. */
export function FollowUps({ profile, theme }: { profile: Profile; theme: Theme }) {
  const say = useWords(profileWords);
  const name = useNames();
  const { formats } = useLanguage();
  const { signal, followUps, interpretations, knownDocuments } = theme;
  const isSignal = signal.display === 'SHOWN';
  return (
    <>
      {interpretations.length > 0 ? <h4 class="wb-heading-4">{say('interpretations')}</h4> : null}
      {interpretations.map(({ id, explanation, heldOn, professions: present, reactions }) => (
        <div key={id} class="wb-said">
          <p class="utrecht-paragraph" lang="nl">
            {explanation}
          </p>
          <p class="wb-small">
            {say(present.length > 0 ? 'interpretedBy' : 'interpreted', {
              day: formats.day(heldOn),
              professions: formats.list(present.map((one) => name(professions, one).toLowerCase())),
            })}
          </p>
          <Reactions reactions={reactions} />
        </div>
      ))}
      {isSignal || followUps.length > 0 ? (
        <>
          <h4 class="wb-heading-4">{say('followUps')}</h4>
          <Facts
            facts={[
              [say('stage'), name(signalStages, signal.stage)],
              [
                say('owner'),
                signal.owner ? (
                  <span key="owner" lang="nl">
                    {signal.owner}
                  </span>
                ) : (
                  ''
                ),
              ],
              [say('dueOn'), signal.dueOn ? formats.day(signal.dueOn) : ''],
            ]}
          />
        </>
      ) : null}
      {isSignal && followUps.length === 0 ? (
        <p class="utrecht-paragraph">{say('noFollowUp', { day: formats.day(profile.asOf) })}</p>
      ) : null}
      {followUps.map(({ id, action, owner, result, publicSentence, dueOn, reactions }) => (
        <div key={id} class="wb-said">
          <p class="utrecht-paragraph" lang="nl">
            {publicSentence ?? action}
          </p>
          <p class="wb-small">
            <span lang="nl">{owner}</span>. {result ? `${name(followUpResults, result)}.` : ''}{' '}
            {!result && dueOn ? say('due', { day: formats.day(dueOn) }) : ''}
          </p>
          <Reactions reactions={reactions} />
        </div>
      ))}
      {theme.reactions.length > 0 ? <h4 class="wb-heading-4">{say('reactions')}</h4> : null}
      <Reactions reactions={theme.reactions} />
      {knownDocuments.length > 0 ? (
        <>
          <h4 class="wb-heading-4">{say('documents')}</h4>
          <ul>
            {knownDocuments.map(({ id, title, address, publishedOn }) => (
              <li key={id}>
                <a class="utrecht-link" href={address} rel="noreferrer" lang="nl">
                  {title}
                </a>{' '}
                <span class="wb-small">{formats.day(publishedOn)}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

/** Published reactions; who wrote them is never more precise than a resident or a professional. */
export function Reactions({ reactions }: { reactions: readonly Reaction[] }) {
  const say = useWords(profileWords);
  const { formats } = useLanguage();
  if (reactions.length === 0) return null;
  return (
    <ul class="wb-excerpts">
      {reactions.map(({ id, text, voice, publishedOn }) => (
        <li key={id}>
          <q lang="nl">{text}</q>{' '}
          <span class="wb-small">
            {say(voice === 'RESIDENT' ? 'byResident' : 'byProfessional')},{' '}
            {formats.month(publishedOn)}
          </span>
        </li>
      ))}
    </ul>
  );
}
