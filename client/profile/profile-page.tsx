// The profile of a wijk: what monitors measure and what professionals see, per theme, with the choice of year and day.

import { useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { useQuery } from '../api/use-query.ts';
import { pathTo } from '../app/paths.ts';
import { DownloadLinks } from '../components/download-links.tsx';
import { Failure } from '../components/failure.tsx';
import { Loading } from '../components/loading.tsx';
import { Page } from '../components/page.tsx';
import { ProfileDocument } from '../generated/graphql.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import { Beside } from './beside.tsx';
import { ProfileHeader } from './profile-header.tsx';
import { ProfileThemes } from './profile-themes.tsx';
import { Sources } from './sources.tsx';
import type { Profile } from './types.ts';
import { profileWords } from './words.ts';
import './profile.css';

/** A year or day of the address that is none is as good as absent. */
const yearOf = (text: string | undefined) => (/^\d{4}$/.test(text ?? '') ? Number(text) : null);
const dayOf = (text: string | undefined) =>
  (/^\d{4}-\d{2}-\d{2}$/.test(text ?? '') ? text : null) ?? null;

/** What the API puts beside a wijk at most. */
const mostBeside = 10;

/** Wijken that the reader chose to see beside this one. */
const besideOf = (url: string, code: string): string[] =>
  [...new Set(new URLSearchParams(url.split('?')[1]).getAll('naast'))]
    .filter((one) => /^WK\d{6}$/.test(one) && one !== code)
    .slice(0, mostBeside);

/** /wijk/WK900102?jaar=2025&op=2026-03-31&naast=WK900104 */
export function ProfilePage() {
  const say = useWords(profileWords);
  const { apiLanguage } = useLanguage();
  const { params, query } = useRoute();
  const code = params.code ?? '';
  const beside = besideOf(useLocation().url, code);
  const [year, asOf] = [yearOf(query.jaar), dayOf(query.op)];
  const { data, error, refresh } = useQuery(ProfileDocument, {
    code,
    year,
    asOf,
    language: apiLanguage,
    beside,
  });
  const profile = data?.wijkProfile;
  if (data && !profile) {
    return (
      <Page key={`none ${code}`} title={say('notFound')} lead={say('notFoundText', { code })}>
        {null}
      </Page>
    );
  }
  return (
    <Page
      key={code}
      title={profile?.place.name ?? say('loadingTitle')}
      {...(profile ? { lead: say('in', { gemeente: profile.gemeenteName }) } : {})}
    >
      {error ? <Failure error={error} retry={refresh} /> : null}
      {!profile && !error ? <Loading /> : null}
      {profile ? <Whole {...{ profile, year, asOf, beside }} /> : null}
    </Page>
  );
}

function Whole({
  profile,
  year,
  asOf,
  beside,
}: {
  profile: Profile;
  year: number | null;
  asOf: string | null;
  beside: readonly string[];
}) {
  const say = useWords(profileWords);
  const { route } = useLocation();
  const [isOpen, setOpen] = useState(false);
  const choose = (form: HTMLFormElement) => {
    const entries = [...new FormData(form)].filter(([, value]) => value !== '') as [
      string,
      string,
    ][];
    const search = new URLSearchParams(entries).toString();
    route(`${pathTo('profile', profile.place.code)}${search ? `?${search}` : ''}`);
  };
  const { firstYear, lastYear } = profile.place;
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, at) => lastYear - at);
  return (
    <>
      <ProfileHeader profile={profile} />
      <form
        class="wb-which wb-no-print"
        key={`${year} ${asOf} ${beside.join(' ')}`}
        onSubmit={(event) => {
          event.preventDefault();
          choose(event.currentTarget);
        }}
      >
        <label>
          <span class="utrecht-form-label">{say('yearChoice')}</span>
          <select class="utrecht-select" name="jaar" defaultValue={year ? String(year) : ''}>
            <option value="">{say('newest')}</option>
            {years.map((one) => (
              <option key={one} value={String(one)} selected={one === year}>
                {one}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span class="utrecht-form-label">{say('asOfChoice')}</span>
          <input
            class="utrecht-textbox"
            type="date"
            name="op"
            defaultValue={asOf ?? ''}
            max={new Date().toISOString().slice(0, 10)}
          />
        </label>
        <Beside profile={profile} chosen={beside} />
        <button type="submit" class="utrecht-button utrecht-button--secondary-action">
          {say('show')}
        </button>
      </form>
      <ul class="wb-links wb-no-print">
        <li>
          <a class="utrecht-link" href={pathTo('gemeente', profile.place.gemeenteCode)}>
            {say('all', { gemeente: profile.gemeenteName })}
          </a>
        </li>
        <li>
          <a class="utrecht-link" href={`${pathTo('compare')}?wijk=${profile.place.code}`}>
            {say('compare')}
          </a>
        </li>
        <li>
          <a class="utrecht-link" href={pathTo('publicPage', profile.place.code)}>
            {say('publicPage')}
          </a>
        </li>
      </ul>
      <div class="wb-heading-row">
        <h2 class="utrecht-heading-2">{say('themes')}</h2>
        <span class="wb-no-print">
          <button
            type="button"
            class="utrecht-button utrecht-button--subtle"
            aria-pressed={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {say(isOpen ? 'closeAll' : 'openAll')}
          </button>
          <button
            type="button"
            class="utrecht-button utrecht-button--subtle"
            onClick={() => window.print()}
          >
            {say('print')}
          </button>
        </span>
      </div>
      <ProfileThemes profile={profile} isOpen={isOpen} />
      <Sources sources={profile.sources} />
      <section class="wb-no-print" aria-labelledby="meenemen">
        <h2 class="utrecht-heading-2" id="meenemen">
          {say('openData')}
        </h2>
        <p class="utrecht-paragraph">{say('openDataHelp')}</p>
        <DownloadLinks
          address={`/api/v1/wijken/${profile.place.code}/exports`}
          forms={['csv', 'themes-csv', 'jsonstat', 'geojson']}
          of={profile.place.name}
          search={`?${new URLSearchParams({ year: String(profile.year), ...(asOf ? { asOf } : {}) })}`}
        />
      </section>
    </>
  );
}
