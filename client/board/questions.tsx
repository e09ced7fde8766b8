// Differences between figures and signals that wait for a dialogue, with whom to ask.
import { professions } from '../../server/codes/people.ts';
import { themes } from '../../server/codes/themes.ts';
import { useQuery } from '../api/use-query.ts';
import { Failure } from '../components/failure.tsx';
import { Loading } from '../components/loading.tsx';
import { InterpretationQuestionsDocument } from '../generated/graphql.ts';
import { useNames } from '../words/labels.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import { signalAddress } from './addresses.ts';
import { boardWords } from './words.ts';

/** The questions of a gemeente, by wijk and theme; no ranking. */
export function Questions({ within }: { within: string }) {
  const say = useWords(boardWords);
  const nameOf = useNames();
  const { apiLanguage, formats } = useLanguage();
  const { data, error, refresh } = useQuery(InterpretationQuestionsDocument, {
    within,
    language: apiLanguage,
  });
  if (error) return <Failure error={error} retry={refresh} />;
  if (!data) return <Loading />;
  const questions = data.interpretationQuestions.edges.flatMap((edge) => (edge ? [edge.node] : []));
  const names = (list: readonly (keyof typeof professions)[]) =>
    formats.list(list.map((one) => nameOf(professions, one).toLowerCase()));
  return (
    <>
      <p class="utrecht-paragraph">
        {say(questions.length === 0 ? 'noQuestions' : 'questionsLead')}
      </p>
      <ul class="wb-cards wb-cards--wide">
        {questions.map(({ placeCode, placeName, theme, question, since, heard, notHeard }) => (
          <li class="wb-card" key={`${placeCode} ${theme.code}`}>
            <h2 class="utrecht-heading-3">
              {say('detailTitle', { theme: nameOf(themes, theme.code), place: placeName })}
            </h2>
            <p>{question}</p>
            {heard.length > 0 ? <p>{say('askHeard', { who: names(heard) })}</p> : null}
            {notHeard.length > 0 ? <p>{say('askNotHeard', { who: names(notHeard) })}</p> : null}
            {since ? <p>{say('since', { day: formats.day(since) })}</p> : null}
            <p>
              <a
                class="utrecht-link"
                href={signalAddress(placeCode, theme.code)}
                aria-label={`${say('open')}: ${say('detailTitle', { theme: nameOf(themes, theme.code), place: placeName })}`}
              >
                {say('open')}
              </a>
            </p>
          </li>
        ))}
      </ul>
      {data.interpretationQuestions.pageInfo.hasNextPage ? (
        <p class="utrecht-paragraph">{say('tooMany')}</p>
      ) : null}
    </>
  );
}
