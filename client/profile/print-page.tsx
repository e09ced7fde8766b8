// The profiles of all wijken of a gemeente behind each other, to print or keep as one PDF; fetched one by one.

import { useEffect, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { ApiError, type ApiFailure, ask } from '../api/request.ts';
import { useQuery } from '../api/use-query.ts';
import { Failure } from '../components/failure.tsx';
import { Page } from '../components/page.tsx';
import { ProfileDocument, WijkenOfDocument } from '../generated/graphql.ts';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import { ProfileHeader } from './profile-header.tsx';
import { ProfileThemes } from './profile-themes.tsx';
import { Sources } from './sources.tsx';
import type { Profile } from './types.ts';
import { profileWords } from './words.ts';
import './profile.css';

/** /afdrukken/GM9001: one wijk begins on a new sheet. */
export function PrintPage() {
  const say = useWords(profileWords);
  const { apiLanguage } = useLanguage();
  const within = useRoute().params.code ?? '';
  const { data, error } = useQuery(WijkenOfDocument, { within });
  const [profiles, setProfiles] = useState<readonly Profile[]>([]);
  const [failure, setFailure] = useState<ApiFailure>();
  const codes = data?.places.edges.map((edge) => edge.node.code);
  const key = codes?.join(' ');
  useEffect(() => {
    const stop = new AbortController();
    const load = async () => {
      setProfiles([]);
      for (const code of key?.split(' ') ?? []) {
        const variables = { code, year: null, asOf: null, language: apiLanguage, beside: null };
        const { wijkProfile } = await ask(ProfileDocument, variables, { signal: stop.signal });
        if (wijkProfile) setProfiles((known) => [...known, wijkProfile]);
      }
    };
    load().catch((reason: unknown) => {
      if (!stop.signal.aborted)
        setFailure(reason instanceof ApiError ? reason : new ApiError('NETWORK', '', {}));
    });
    return () => stop.abort();
  }, [key, apiLanguage]);
  const isReady = codes !== undefined && profiles.length === codes.length;
  return (
    <Page
      title={say('printAll', { gemeente: data?.place?.name ?? within })}
      lead={say('printAllLead')}
    >
      {error || failure ? <Failure error={error ?? (failure as ApiFailure)} /> : null}
      <p class="wb-no-print" role="status">
        {say(isReady ? 'printReady' : 'printBusy', { n: profiles.length })}{' '}
      </p>
      <p class="wb-no-print">
        <button
          type="button"
          class="utrecht-button utrecht-button--primary-action"
          disabled={!isReady}
          onClick={() => window.print()}
        >
          {say('print')}
        </button>
      </p>
      {profiles.map((profile) => (
        <section key={profile.place.code} class="wb-sheet" aria-label={profile.place.name}>
          <h2 class="utrecht-heading-2">{profile.place.name}</h2>
          <ProfileHeader profile={profile} />
          <ProfileThemes profile={profile} isOpen={false} />
        </section>
      ))}
      {isReady ? <Sources sources={sourcesOf(profiles)} /> : null}
    </Page>
  );
}

/** Each source once. */
function sourcesOf(profiles: readonly Profile[]) {
  const all = profiles.flatMap((profile) => profile.sources);
  const keyOf = ({ table, divisionYear, scope }: (typeof all)[number]) =>
    `${table} ${divisionYear} ${scope}`;
  return [...new Map(all.map((source) => [keyOf(source), source])).values()];
}
