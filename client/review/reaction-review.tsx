// A reaction to a published statement: publish it, or reject it with a reason.
import { useState } from 'preact/hooks';
import { reactionVoices } from '../../server/codes/reactions.ts';
import { themes } from '../../server/codes/themes.ts';
import { pathTo } from '../app/paths.ts';
import { Facts } from '../components/facts.tsx';
import { MarkedText } from '../components/marked-text.tsx';
import { useScreening } from '../components/use-screening.ts';
import type { ReactionDecision, ReviewReason } from '../generated/graphql.ts';
import { useNames } from '../words/labels.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import { judgeReaction, type QueuedReaction } from './decisions.ts';
import { ReasonForm } from './reason-form.tsx';
import { reviewWords } from './words.ts';

const aboutWords = {
  signal: 'aboutsignal',
  followUp: 'aboutfollowUp',
  interpretation: 'aboutinterpretation',
} as const;

/** One reaction with its two decisions. */
export function ReactionReview({
  reaction,
  placeName,
}: {
  reaction: QueuedReaction;
  placeName: string;
}) {
  const say = useWords(reviewWords);
  const nameOf = useNames();
  const { formats } = useLanguage();
  const [isRejecting, setRejecting] = useState(false);
  const screened = useScreening(reaction.text ?? '');
  const title = say('reactionTitle', { theme: nameOf(themes, reaction.theme), place: placeName });
  const kind = reaction.statement.split(':')[0] as keyof typeof aboutWords;
  const decide = (decision: ReactionDecision, reason?: ReviewReason) =>
    judgeReaction(reaction.id, decision, reason, say(`will${decision}`, { what: title }));
  return (
    <article class="wb-review" aria-label={title}>
      <h2 class="utrecht-heading-2">{title}</h2>
      <MarkedText text={reaction.text ?? ''} marks={screened?.marks ?? []} />
      {screened?.marks.length === 0 ? (
        <p class="utrecht-paragraph wb-quiet">{say('noFindings')}</p>
      ) : null}
      <Facts
        facts={[
          [say('about'), say(aboutWords[kind] ?? 'aboutsignal')],
          [say('voice'), nameOf(reactionVoices, reaction.voice)],
          [say('receivedOn'), formats.day(reaction.receivedOn)],
        ]}
      />
      <p class="utrecht-paragraph">
        <a class="utrecht-link" href={pathTo('profile', reaction.placeCode)}>
          {say('seeProfile')}
        </a>
      </p>
      {isRejecting ? (
        <ReasonForm
          legend={say('reasonRejectReaction')}
          help={say('rejectHelp')}
          confirm={say('confirmReject')}
          isFinal={true}
          onReason={(reason) => decide('REJECT', reason)}
          onCancel={() => setRejecting(false)}
        />
      ) : (
        <div class="wb-buttons">
          <button
            type="button"
            class="utrecht-button utrecht-button--primary-action"
            onClick={() => decide('PUBLISH')}
          >
            {say('publish')}
          </button>
          <button
            type="button"
            class="utrecht-button utrecht-button--secondary-action"
            onClick={() => setRejecting(true)}
          >
            {say('reject')}
          </button>
        </div>
      )}
    </article>
  );
}
