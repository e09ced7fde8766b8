// Administration: each part has its own address, and whoever may not see a part does not find it.
import { useLocation } from 'preact-iso';
import { pathTo } from '../app/paths.ts';
import type { Me } from '../app/session.tsx';
import { OnlyFor } from '../components/only-for.tsx';
import { Page } from '../components/page.tsx';
import { useWords } from '../words/words.ts';
import { Audit } from './audit.tsx';
import { Contacts } from './contacts.tsx';
import { Imports } from './imports.tsx';
import { Keys } from './keys.tsx';
import { Members } from './members.tsx';
import { RetentionPart } from './retention.tsx';
import { SettingsPart } from './settings-part.tsx';
import { Sources } from './sources.tsx';
import { Thresholds } from './thresholds.tsx';
import { adminWords } from './words.ts';
import './admin.css';

type Role = Me['role'];

const parts = [
  { key: 'leden', word: 'partMembers', roles: ['ADMIN'] },
  { key: 'sleutels', word: 'partKeys', roles: ['ADMIN'] },
  { key: 'bellen', word: 'partContacts', roles: ['ADMIN'] },
  { key: 'imports', word: 'partImports', roles: ['ADMIN'] },
  { key: 'logboek', word: 'partAudit', roles: ['AUDITOR'] },
  { key: 'drempels', word: 'partThresholds', roles: ['ADMIN', 'AUDITOR'] },
  { key: 'bewaren', word: 'partRetention', roles: ['ADMIN', 'AUDITOR'] },
  { key: 'bronnen', word: 'partSources', roles: ['ADMIN', 'AUDITOR'] },
  { key: 'instellingen', word: 'partSettings', roles: ['ADMIN', 'AUDITOR'] },
] as const satisfies readonly { key: string; word: string; roles: readonly Role[] }[];

/** For administrators and the data protection officer. */
export function AdminPage() {
  const say = useWords(adminWords);
  const { query } = useLocation();
  return (
    <OnlyFor roles={['ADMIN', 'AUDITOR']} title={say('title')}>
      {({ role, gemeenteCode }) => {
        const own = parts.filter(({ roles }) => (roles as readonly Role[]).includes(role));
        const here = own.find(({ key }) => key === query.deel) ?? own[0];
        return (
          <Page title={say('title')} lead={say('lead')}>
            <nav class="wb-tabs" aria-label={say('parts')}>
              <ul>
                {own.map(({ key, word }) => (
                  <li key={key}>
                    <a
                      class="utrecht-link"
                      href={`${pathTo('admin')}?deel=${key}`}
                      aria-current={key === here?.key ? 'page' : undefined}
                    >
                      {say(word)}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
            {here?.key === 'leden' ? <Members /> : null}
            {here?.key === 'sleutels' ? <Keys /> : null}
            {here?.key === 'bellen' ? <Contacts gemeente={gemeenteCode} /> : null}
            {here?.key === 'drempels' ? (
              <Thresholds gemeente={gemeenteCode} mayChange={role === 'ADMIN'} />
            ) : null}
            {here?.key === 'imports' ? <Imports /> : null}
            {here?.key === 'logboek' ? <Audit within={gemeenteCode} /> : null}
            {here?.key === 'bewaren' ? <RetentionPart /> : null}
            {here?.key === 'bronnen' ? <Sources /> : null}
            {here?.key === 'instellingen' ? <SettingsPart /> : null}
          </Page>
        );
      }}
    </OnlyFor>
  );
}
