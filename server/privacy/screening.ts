// Screening of note text for personal data, before anyone else reads it (rule S2, domain.md, chapter
// 15). Runs on the phone and again on the server, so it imports nothing but its own folder. Hits are
// never logged with their text. The name lists are ours, from general knowledge, and the Dutch first names of
// Faker (MIT); no list holds them all, so how a word sounds (name-sound.ts, learned from Faker and OpenTaal) and what
// stands around it do most of the work. Detection is never complete, which the screens say too: a human reviews every
// note.
import { findHouseNumbers, findPostcodes, findStreetAddresses } from './screening/addresses.ts';
import { findBsns } from './screening/bsn.ts';
import { findCaseNumbers } from './screening/case-numbers.ts';
import { findEmails, findIbans, findPhones } from './screening/contacts.ts';
import { findBirthDates } from './screening/dates.ts';
import { findDescriptions } from './screening/descriptions.ts';
import type { Finding, FindingType, Hit } from './screening/findings.ts';
import { findPersons } from './screening/names.ts';
import { originalEnd, plainText } from './screening/plain-text.ts';
import { findPlates } from './screening/plates.ts';
import { findSpokenNumbers } from './screening/spoken.ts';
import { findStriking } from './screening/striking.ts';
import { splitWords } from './screening/words.ts';

export { type Finding, type FindingType, findingTypes } from './screening/findings.ts';

const SUGGESTIONS: Readonly<Record<FindingType, string>> = {
  PERSON: '[naam]',
  PHONE: '[telefoonnummer]',
  EMAIL: '[e-mailadres]',
  BSN: '[BSN]',
  IBAN: '[rekeningnummer]',
  ADDRESS: '[adres]',
  POSTCODE: '[postcode]',
  DATE_OF_BIRTH: '[geboortedatum]',
  PLATE: '[kenteken]',
  CASE_NUMBER: '[dossiernummer]',
  RARE_PERSON: '[een bewoner]',
};

/** One sentence per type: what was found and what to write instead. */
export const findingExplanations: Readonly<Record<FindingType, { nl: string; en: string }>> = {
  PERSON: {
    nl: 'Hier staat een naam; schrijf "een bewoner" of "een collega".',
    en: 'There is a name here; write "a resident" or "a colleague".',
  },
  PHONE: {
    nl: 'Hier staat een telefoonnummer; laat het weg.',
    en: 'There is a phone number here; leave it out.',
  },
  EMAIL: {
    nl: 'Hier staat een e-mailadres; laat het weg.',
    en: 'There is an e-mail address here; leave it out.',
  },
  BSN: {
    nl: 'Hier staat een burgerservicenummer; dat mag nooit in een notitie.',
    en: 'There is a citizen service number (BSN) here; it may never be in a note.',
  },
  IBAN: {
    nl: 'Hier staat een rekeningnummer; laat het weg.',
    en: 'There is a bank account number here; leave it out.',
  },
  ADDRESS: {
    nl: 'Hier staat een adres; noem alleen de straat of de wijk.',
    en: 'There is an address here; name only the street or the wijk.',
  },
  POSTCODE: {
    nl: 'Hier staat een postcode; noem alleen de wijk.',
    en: 'There is a postcode here; name only the wijk.',
  },
  DATE_OF_BIRTH: {
    nl: 'Hier staat een geboortedatum; schrijf bijvoorbeeld "een oudere" of "een kind".',
    en: 'There is a date of birth here; write "an older person" or "a child".',
  },
  PLATE: {
    nl: 'Hier staat een kenteken; schrijf alleen "een auto" of "een scooter".',
    en: 'There is a licence plate here; write only "a car" or "a scooter".',
  },
  CASE_NUMBER: {
    nl: 'Hier staat een nummer van een dossier of klacht; laat het weg.',
    en: 'There is a file or complaint number here; leave it out.',
  },
  RARE_PERSON: {
    nl: 'Deze beschrijving kan naar één persoon wijzen; schrijf het algemener.',
    en: 'This description may point to one person; write it in more general words.',
  },
};

// One line that meets every rule. Engines compile a pattern when it is first used and again when it is
// used often; done at the first note, that costs one pause instead of a stutter over many notes.
const REHEARSAL =
  'Mw. A.B. van der Berg-de Vries (87), vrouw van 87 met één been naast de kerk, geboren 12-03-1957, ' +
  'bsn 123456789, Kerkstraat 12, 2512 AB, nr 14, tel. 06 12345678, NL13 TEST 0123 4567 89, a@example.org, ' +
  'kenteken 12-ABC-3, de oud-speler met twee papegaaien die won, dossier nummer 2023-4567, mevrouw kowalska is, zus Leila, J. de Wit zei Xa dat.';
let isRehearsed = false;

function rehearse(): void {
  isRehearsed = true;
  for (let round = 0; round < 3; round += 1) findHits(REHEARSAL);
}

/** All hits, sorted by start and never overlapping; where two rules meet, the surer one stays. */
export function screenText(text: string): Finding[] {
  if (!isRehearsed) rehearse();
  const plain = plainText(text);
  return findAll(plain.text).map(({ type, start, end, hard }) => ({
    type,
    start: plain.origins[start] ?? 0,
    end: originalEnd(plain, text, end),
    hard,
    suggestion: SUGGESTIONS[type],
  }));
}

/** Rounds after which nothing hard was ever left, with room to spare. */
const mostRounds = 4;

/**
 * The hits, and those that only show once the others are masked: two numbers typed as one, of which the surer
 * rule takes the first. Masking what is found therefore leaves nothing hard.
 */
function findAll(text: string): Hit[] {
  let hits = withoutOverlap(findHits(text));
  for (let round = 0; round < mostRounds && hits.length > 0; round += 1) {
    const left = hiddenBehind(text, hits);
    if (left.length === 0) break;
    hits = withoutOverlap([...hits, ...left]);
  }
  return hits;
}

/** Hard hits of the text with these hits masked, in offsets of the text itself. */
function hiddenBehind(text: string, hits: readonly Hit[]): Hit[] {
  let masked = '';
  let from = 0;
  // Where each character of the masked text came from; undefined inside a mask.
  const origins: (number | undefined)[] = [];
  const take = (until: number) => {
    masked += text.slice(from, until);
    for (let at = from; at < until; at += 1) origins.push(at);
  };
  for (const { type, start, end } of hits) {
    take(start);
    masked += SUGGESTIONS[type];
    for (let at = 0; at < SUGGESTIONS[type].length; at += 1) origins.push(undefined);
    from = end;
  }
  take(text.length);
  return findHits(masked).flatMap((hit) => {
    const places = origins.slice(hit.start, hit.end).filter((place) => place !== undefined);
    const [start] = places;
    const last = places.at(-1);
    if (!hit.hard || start === undefined || last === undefined) return [];
    return [{ ...hit, start, end: last + 1 }];
  });
}

/** Hits of all rules, surest rule first. */
function findHits(text: string): Hit[] {
  const words = splitWords(text);
  const streets = findStreetAddresses(text, words);
  const persons = findPersons(words).map((hit) => untilStreet(text, hit, streets));
  const postcodes = findPostcodes(text, streets);
  return [
    ...findEmails(text),
    ...findIbans(text),
    ...findPhones(text),
    ...findBsns(text),
    ...findSpokenNumbers(text),
    ...findBirthDates(text, persons),
    ...findCaseNumbers(text),
    ...findPlates(text),
    ...streets,
    ...postcodes,
    ...findHouseNumbers(text, [...persons, ...postcodes]),
    ...persons,
    ...longest([...findDescriptions(text), ...findStriking(text, words)]),
  ];
}

/** "mw de Vries Tulpstr. 8": the name ends where the street begins. */
function untilStreet(text: string, hit: Hit, streets: readonly Hit[]): Hit {
  const street = streets.find(
    ({ start, end }) => hit.start < start && start < hit.end && hit.end <= end,
  );
  const name = text.slice(hit.start, street?.start ?? 0).trimEnd();
  const isTitled =
    /(?:^|[^a-zà-ž])(?:mw|mevr|mvr|mevrouw|mej|dhr|hr|heer|meneer|mijnheer|mnr|fam)\.? $/i.test(
      text.slice(Math.max(0, hit.start - 11), hit.start),
    );
  return isTitled && /\p{Lu}\p{L}{2,}$/u.test(name)
    ? { ...hit, end: hit.start + name.length }
    : hit;
}

/** Where two rules describe the same person, the one that sees more of it stays. */
const longest = (hits: readonly Hit[]) =>
  hits.toSorted((one, other) => other.end - other.start - (one.end - one.start));

/** A description stops before a surer hit inside it, if enough of it is left to point to somebody. */
function untilTaken(hit: Hit, taken: ReadonlySet<number>): Hit {
  if (hit.type !== 'RARE_PERSON') return hit;
  let end = hit.start;
  while (end < hit.end && !taken.has(end)) end += 1;
  return end < hit.end && end - hit.start > 12 ? { ...hit, end: end - 1 } : hit;
}

function withoutOverlap(hits: readonly Hit[]): Hit[] {
  const kept: Hit[] = [];
  const taken = new Set<number>();
  for (const found of hits) {
    const hit = untilTaken(found, taken);
    const span = Array.from({ length: hit.end - hit.start }, (_, offset) => hit.start + offset);
    if (span.some((offset) => taken.has(offset))) continue;
    for (const offset of span) taken.add(offset);
    kept.push(hit);
  }
  return kept.sort((one, other) => one.start - other.start);
}

/** The text with each finding replaced by its suggestion; the findings must be those of this text. */
export function maskText(text: string, findings: readonly Finding[]): string {
  let masked = '';
  let from = 0;
  for (const { start, end, suggestion } of findings) {
    masked += text.slice(from, start) + suggestion;
    from = end;
  }
  return masked + text.slice(from);
}
