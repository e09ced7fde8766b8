// How this server is set: chosen by the operator, shown here; the look is chosen by the gemeente.
import { useSession } from '../app/session.tsx';
import { Facts } from '../components/facts.tsx';
import { useWords } from '../words/words.ts';
import { LookChoice } from './look.tsx';
import { adminWords } from './words.ts';

/** Only the look can be changed from the website. */
export function SettingsPart() {
  const say = useWords(adminWords);
  const { me, settings } = useSession();
  return (
    <section>
      <h2 class="utrecht-heading-2">{say('partSettings')}</h2>
      <Facts
        facts={[
          [say('signIn'), say(`signIn${settings.signIn}`)],
          [say('theme'), settings.theme],
          [say('backgroundMap'), settings.backgroundMap ?? say('noBackgroundMap')],
        ]}
      />
      {me?.role === 'ADMIN' ? <LookChoice /> : null}
    </section>
  );
}
