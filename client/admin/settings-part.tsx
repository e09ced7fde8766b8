// How this server is set: chosen by the operator, shown here.
import { useSession } from '../app/session.tsx';
import { Facts } from '../components/facts.tsx';
import { useWords } from '../words/words.ts';
import { adminWords } from './words.ts';

/** Nothing here can be changed from the website. */
export function SettingsPart() {
  const say = useWords(adminWords);
  const { settings } = useSession();
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
      <p class="utrecht-paragraph">{say('themeHelp')}</p>
    </section>
  );
}
