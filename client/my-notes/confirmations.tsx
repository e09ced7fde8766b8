// What was done about notes of others that one recognised.
import { followUpResults } from '../../server/codes/notes.ts';
import { themes } from '../../server/codes/themes.ts';
import { useQuery } from '../api/use-query.ts';
import { MyFeedbackDocument } from '../generated/graphql.ts';
import { useNames } from '../words/labels.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import { myNotesWords } from './words.ts';

/** Feedback on own notes stands with the note itself. */
export function Confirmations({ nameOf }: { nameOf: (code: string) => string }) {
  const say = useWords(myNotesWords);
  const label = useNames();
  const { formats } = useLanguage();
  const { data } = useQuery(MyFeedbackDocument, {});
  const told = (data?.myFeedback.edges ?? []).flatMap((edge) =>
    edge?.node.isConfirmation ? [edge.node] : [],
  );
  if (told.length === 0) return null;
  return (
    <section>
      <h2 class="utrecht-heading-2">{say('confirmations')}</h2>
      <p class="utrecht-paragraph">{say('confirmationsHelp')}</p>
      <ul class="wb-cards wb-cards--wide">
        {told.map(
          ({ noteId, followUpId, theme, placeCode, result, feedback, publicSentence, toldOn }) => (
            <li class="wb-card" key={`${noteId} ${followUpId}`}>
              <h3 class="utrecht-heading-3">
                {say('noteTitle', { theme: label(themes, theme), place: nameOf(placeCode) })}
              </h3>
              <p>
                <strong>{label(followUpResults, result)}</strong>
              </p>
              <p>{feedback}</p>
              <p>{publicSentence}</p>
              <p>{say('toldOn', { day: formats.day(toldOn) })}</p>
            </li>
          ),
        )}
      </ul>
    </section>
  );
}
