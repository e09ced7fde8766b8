// The page of a wijk for the people who live there: what figures say, what professionals see, what is done, who to call.
import { useRoute } from 'preact-iso';
import { themes } from '../../server/codes/themes.ts';
import { useQuery } from '../api/use-query.ts';
import { pathTo } from '../app/paths.ts';
import { Around, gap } from '../components/around.tsx';
import { Failure } from '../components/failure.tsx';
import { Loading } from '../components/loading.tsx';
import { Page } from '../components/page.tsx';
import { PublicWijkDocument, type PublicWijkQuery } from '../generated/graphql.ts';
import { useNames } from '../words/labels.ts';
import { useLanguage } from '../words/language.tsx';
import { thresholdNumbers } from '../words/thresholds.ts';
import { useWords } from '../words/words.ts';
import { PublicTheme } from './public-theme.tsx';
import { publicWords } from './words.ts';
import './public-page.css';

type Contact = PublicWijkQuery['contact'];
type Wijk = NonNullable<PublicWijkQuery['wijkProfile']>;

/** Outcomes with something to tell: either side sees a concern. */
const telling: ReadonlySet<string> = new Set([
  'CONFIRMED',
  'SIGNAL_ABOVE_FIGURE',
  'SIGNAL_WITHOUT_FIGURE',
  'FIGURE_ABOVE_SIGNAL',
]);

/** /openbaar/WK900102: readable without signing in. */
export function PublicPage() {
  const say = useWords(publicWords);
  const { apiLanguage } = useLanguage();
  const code = useRoute().params.code ?? '';
  const { data, error, refresh } = useQuery(PublicWijkDocument, {
    ...{ code, place: code, language: apiLanguage },
  });
  const wijk = data?.wijkProfile;
  if (data && !wijk) {
    return (
      <Page key={`none ${code}`} title={say('notFound')} lead={say('notFoundText')}>
        {null}
      </Page>
    );
  }
  return (
    <Page
      key={code}
      title={wijk ? say('title', { wijk: wijk.place.name }) : say('loading')}
      lead={say('lead')}
    >
      {error ? <Failure error={error} retry={refresh} /> : null}
      {!wijk && !error ? <Loading /> : null}
      {wijk ? <Whole wijk={wijk} contact={data.contact} /> : null}
    </Page>
  );
}

function Whole({ wijk, contact }: { wijk: Wijk; contact: Contact }) {
  const say = useWords(publicWords);
  const { formats } = useLanguage();
  const { place, population, asOf } = wijk;
  const hasPlan = (theme: Wijk['themes'][number]) =>
    theme.followUps.length > 0 || theme.reactions.length > 0;
  const told = wijk.themes.filter(
    (theme) => telling.has(theme.concordance.outcome) || hasPlan(theme),
  );
  const rest = wijk.themes.filter((theme) => !told.includes(theme));
  const isQuiet = (theme: Wijk['themes'][number]) => theme.concordance.outcome === 'NO_CONCERN';
  return (
    <div class="wb-public">
      <p class="utrecht-paragraph">
        {typeof population.value === 'number'
          ? say('inhabitants', { wijk: place.name, n: population.value })
          : null}{' '}
        {say('asOf', { day: formats.day(asOf) })} {say('about')}
      </p>
      <WhoToCall contact={contact} />
      <h2 class="utrecht-heading-2">{say('going')}</h2>
      {told.map((theme) => (
        <PublicTheme
          key={theme.theme.code}
          theme={theme}
          placeCode={place.code}
          gemeenteCode={place.gemeenteCode}
          gemeente={wijk.gemeenteName}
          asOf={asOf}
        />
      ))}
      <Names heading={say('quiet')} themes={rest.filter(isQuiet)} />
      <Names
        heading={say('unknown')}
        text={say('unknownText')}
        themes={rest.filter((theme) => !isQuiet(theme))}
      />
      <h2 class="utrecht-heading-2">{say('explain')}</h2>
      <ul>
        {(
          [
            'explainFigures',
            'explainHidden',
            'explainThresholds',
            'explainNotes',
            'explainRank',
          ] as const
        ).map((key) => (
          <li key={key}>{say(key, thresholdNumbers(wijk.thresholds))}</li>
        ))}
      </ul>
      <p class="utrecht-paragraph">
        <a class="utrecht-link" href={pathTo('profile', place.code)}>
          {say('profile', { wijk: place.name })}
        </a>
      </p>
    </div>
  );
}

/** National numbers, and the team of the wijk or the gemeente where that is known. */
function WhoToCall({ contact }: { contact: Contact }) {
  const say = useWords(publicWords);
  return (
    <section class="wb-public__call" aria-labelledby="bellen">
      <h2 class="utrecht-heading-2" id="bellen">
        {say('whoToCall')}
      </h2>
      <ul>
        {(['danger', 'home', 'suicide', 'gp'] as const).map((key) => (
          <li key={key}>{say(key)}</li>
        ))}
        {contact ? (
          <li>
            <Around text={say('helpTeam', { team: contact.name, phone: gap })}>
              <a class="utrecht-link" href={`tel:${contact.dialled}`}>
                {contact.phone}
              </a>
            </Around>{' '}
            {contact.address ? say('helpAddress', { address: contact.address }) : null}
          </li>
        ) : (
          <li>{say('help')}</li>
        )}
      </ul>
    </section>
  );
}

function Names({
  heading,
  text,
  themes: shown,
}: {
  heading: string;
  text?: string;
  themes: Wijk['themes'];
}) {
  const name = useNames();
  if (shown.length === 0) return null;
  return (
    <>
      <h2 class="utrecht-heading-2">{heading}</h2>
      {text ? <p class="utrecht-paragraph">{text}</p> : null}
      <ul>
        {shown.map(({ theme }) => (
          <li key={theme.code}>{name(themes, theme.code)}</li>
        ))}
      </ul>
    </>
  );
}
