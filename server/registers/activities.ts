// The register of processing (AVG art. 30): what is done with personal data. Field notes hold none by design and are
// protected as if they did; the accounts of those who work with Wijkbeeld are personal data.
import type { BothWords } from './algorithms.ts';

export const activityKeys = ['accounts', 'authorship', 'audit', 'notes'] as const;
export type ActivityKey = (typeof activityKeys)[number];

export interface Activity {
  readonly key: ActivityKey;
  readonly version: string;
  readonly name: BothWords;
  readonly purpose: BothWords;
  readonly legalBasis: BothWords;
  readonly personCategories: BothWords;
  readonly dataCategories: BothWords;
  readonly recipients: BothWords;
  readonly retention: BothWords;
  readonly security: BothWords;
}

const security = {
  nl: 'Inloggen met meer factoren, rechten per rol in een tabel die ook de database afdwingt, versleutelde verbindingen, auditlog met hashketen, BIO (en NEN 7510 als zorgorganisaties inloggen).',
  en: 'Sign-in with several factors, rights per role in one table that the database enforces too, encrypted connections, audit log with a hash chain, BIO (and NEN 7510 where care organisations sign in).',
};
const legalBasis = {
  nl: 'Taak van algemeen belang (AVG art. 6 lid 1 onder e).',
  en: 'Task in the public interest (GDPR art. 6(1)(e)).',
};

export const activities: readonly Activity[] = [
  {
    ...{ key: 'accounts', version: '1', security, legalBasis },
    name: { nl: 'Accounts van gebruikers', en: 'Accounts of users' },
    purpose: {
      nl: 'Bepalen wie mag inloggen en wat iemand mag zien en doen.',
      en: 'To decide who may sign in and what somebody may see and do.',
    },
    personCategories: {
      nl: 'Medewerkers van de gemeente, professionals van organisaties in de wijk, bewoners die reageren.',
      en: 'Staff of the gemeente, professionals of organisations in the wijk, residents who react.',
    },
    dataCategories: {
      nl: 'Nummer van de persoon bij de inlogdienst, gemeente, organisatie, rol, beroep, begin en einde. Geen naam, adres of BSN.',
      en: 'Number of the person at the sign-in service, gemeente, organisation, role, profession, begin and end. No name, address or BSN.',
    },
    recipients: { nl: 'Geen.', en: 'None.' },
    retention: {
      nl: 'Tot de persoon vertrekt; dan worden de gegevens gewist en verwijst niets meer naar de persoon.',
      en: 'Until the person leaves; then the data are erased and nothing leads to the person any more.',
    },
  },
  {
    ...{ key: 'authorship', version: '1', security, legalBasis },
    name: { nl: 'Wie wat schreef', en: 'Who wrote what' },
    purpose: {
      nl: 'De schrijver eigen notities laten zien, verbeteren en intrekken, en terugmelding geven. Niemand anders kan zien wie schreef.',
      en: 'To let writers see, mend and take back their own notes, and to give feedback. Nobody else can see who wrote.',
    },
    personCategories: {
      nl: 'Professionals die notities schrijven of bevestigen, mensen die reageren.',
      en: 'Professionals who write or confirm notes, people who react.',
    },
    dataCategories: {
      nl: 'Nummer van de persoon bij nummer van de notitie, bevestiging of reactie.',
      en: 'Number of the person with the number of the note, confirmation or reaction.',
    },
    recipients: { nl: 'Geen.', en: 'None.' },
    retention: {
      nl: 'Een jaar na het wissen van de tekst, of tot de persoon vertrekt.',
      en: 'A year after the erasure of the text, or until the person leaves.',
    },
  },
  {
    ...{ key: 'audit', version: '1', security, legalBasis },
    name: { nl: 'Auditlog', en: 'Audit log' },
    purpose: {
      nl: 'Verantwoording over wijzigingen en over het lezen van niet gepubliceerde notities.',
      en: 'Accountability for changes and for the reading of notes that are not published.',
    },
    personCategories: { nl: 'Alle gebruikers.', en: 'All users.' },
    dataCategories: {
      nl: 'Pseudoniem, rol, gebeurtenis, nummer van het onderwerp, tijd. Van wie schrijft alleen de dag en per bijdrage een ander pseudoniem.',
      en: 'Pseudonym, role, event, number of the subject, time. Of those who write the day only, and another pseudonym per contribution.',
    },
    recipients: {
      nl: 'Functionaris gegevensbescherming van de gemeente.',
      en: 'Data protection officer of the gemeente.',
    },
    retention: { nl: '5 jaar.', en: '5 years.' },
  },
  {
    ...{ key: 'notes', version: '1', security, legalBasis },
    name: { nl: 'Notities en reacties over wijken', en: 'Notes and reactions about wijken' },
    purpose: {
      nl: 'Zien wat cijfers niet laten zien, per wijk en thema. De teksten mogen geen personen bevatten; zij worden beschermd alsof dat toch zo is.',
      en: 'To see what figures do not show, per wijk and theme. The texts may hold no persons; they are protected as if they did.',
    },
    personCategories: {
      nl: 'Bedoeld: geen. Restrisico: inwoners die ondanks screening en toets herkenbaar zijn.',
      en: 'Meant: none. Residual risk: residents who can be recognised despite screening and review.',
    },
    dataCategories: {
      nl: 'Codes over een wijk en een korte tekst, gescreend op het apparaat en op de server en getoetst door een mens.',
      en: 'Codes about a wijk and a short text, screened on the device and on the server and judged by a person.',
    },
    recipients: {
      nl: 'Signaalbeheerder; na publicatie de kring van professionals of iedereen, naar het niveau van de notitie.',
      en: 'Reviewer; after publication the circle of professionals or everyone, by the level of the note.',
    },
    retention: {
      nl: 'Concepten 90 dagen; afgewezen of ingetrokken teksten direct; andere teksten 3 jaar. Daarna blijven alleen de codes.',
      en: 'Drafts 90 days; rejected or withdrawn texts at once; other texts 3 years. After that only the codes stay.',
    },
  },
];

/** Address of an activity in the register, with its version: what the Logboek Dataverwerkingen names. */
export function activityUri(gemeenteCode: string, key: ActivityKey): string {
  const version = activities.find((activity) => activity.key === key)?.version ?? '0';
  return `urn:wijkbeeld:${gemeenteCode.toLowerCase()}:processing:${key}:${version}`;
}
