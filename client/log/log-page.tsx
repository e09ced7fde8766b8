// Logging a field note (/log): works on the device, with or without a connection.

import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Profession } from '../../server/codes/people.ts';
import { pathTo } from '../app/paths.ts';
import { type Me, useSession } from '../app/session.tsx';
import { Alert } from '../components/alert.tsx';
import { Loading } from '../components/loading.tsx';
import { Page } from '../components/page.tsx';
import { useLate } from '../components/use-late.ts';
import { sendFor } from '../outbox/outbox.ts';
import { useDraft } from '../outbox/use-draft.ts';
import { useOutbox } from '../outbox/use-outbox.ts';
import { useWords } from '../words/words.ts';
import { useBorders, useNearbyNotes, useWijken, type WijkList } from './device-lists.ts';
import { type Habits, useHabits } from './habits.ts';
import { draftName, LogForm } from './log-form.tsx';
import './log.css';
import { hasSubstance, type NoteDraft, newDraft } from './note-draft.ts';
import { themeOfLink } from './themes.ts';
import { logWords } from './words.ts';

/** The form for who logs notes; everyone else reads why it is not there. */
export function LogPage() {
  const say = useWords(logWords);
  const { me } = useSession();
  const isObserver = me?.role === 'OBSERVER' && me.profession != null;
  return (
    <Page title={say('title')}>
      {me === null ? <Alert kind="info">{say('signIn')}</Alert> : null}
      {me !== null && !isObserver ? <Alert kind="info">{say('notYou')}</Alert> : null}
      {me !== null && isObserver ? <OwnLog key={me.deviceKey} me={me} /> : null}
    </Page>
  );
}

function OwnLog({ me }: { me: Me }) {
  const say = useWords(logWords);
  const habits = useHabits(me.deviceKey);
  const { value: list, isMissing } = useWijken(me.deviceKey, me.gemeenteCode);
  if (isMissing) return <Alert kind="warning">{say('noWijken')}</Alert>;
  if (!habits || !list) return <Loading />;
  return <FilledLog me={me} habits={habits} list={list} />;
}

interface FilledLogProps {
  readonly me: Me;
  readonly habits: Habits;
  readonly list: WijkList;
}

/** What a link sets: `?thema=…&wijk=…&bron=huisarts`; and what of it is not known here. */
function readLink(query: Readonly<Record<string, string>>, list: WijkList) {
  const theme = themeOfLink(query.thema);
  const wijk = list.wijken.find(({ code }) => code === query.wijk?.toUpperCase());
  const draft: Partial<NoteDraft> = {
    ...(theme ? { theme } : {}),
    ...(wijk ? { placeCode: wijk.code, editionYear: wijk.year } : {}),
    ...(query.bron === 'huisarts' ? { sourceType: 'CONTACT_PATTERN' } : {}),
  };
  const unknown = [
    ...(query.thema && !theme ? [query.thema] : []),
    ...(query.wijk && !wijk ? [query.wijk] : []),
  ];
  return { draft, unknown };
}

function FilledLog({ me, habits, list }: FilledLogProps) {
  const say = useWords(logWords);
  const { query } = useLocation();
  const [link] = useState(() => readLink(query, list));
  const borders = useBorders(me.deviceKey, me.gemeenteCode);
  const nearby = useNearbyNotes(me.deviceKey, me.gemeenteCode);
  const isKnown = (code = '') =>
    [...list.wijken, ...(list.gemeente ? [list.gemeente] : [])].some((one) => one.code === code);
  const begin = (): NoteDraft => {
    const { placeCode, editionYear, ...last } = habits.last;
    const place = isKnown(placeCode)
      ? { placeCode: placeCode ?? '', editionYear: editionYear ?? 0 }
      : {};
    return { ...newDraft({ ...last, ...place }), ...link.draft };
  };
  const kept = useDraft(me.deviceKey, draftName, begin, hasSubstance);
  useEffect(() => sendFor(me.deviceKey), [me.deviceKey]);
  useEffect(() => void navigator.storage?.persist?.().catch(() => false), []);
  const { items, ofOthers } = useOutbox();
  const ParkedNotes = useLate(
    () => import('./parked-notes.tsx').then((m) => m.ParkedNotes),
    items.length + ofOthers > 0,
  );
  const { draft, replace } = kept;
  if (!draft) return <Loading />;
  return (
    <>
      {link.unknown.map((what) => (
        <Alert key={what} kind="warning">
          {say('linkUnknown', { what })}
        </Alert>
      ))}
      {ParkedNotes ? <ParkedNotes replace={replace} /> : null}
      <LogForm
        owner={me.deviceKey}
        profession={me.profession as Profession}
        {...{ kept, draft, habits, list }}
        borders={borders.value ?? []}
        nearby={nearby.value ?? []}
      />
      <p>
        <a class="utrecht-link" href={pathTo('logMonth')}>
          {say('toMonth')}
        </a>
      </p>
    </>
  );
}
