// File, client and complaint numbers that lead to one person. Always soft: numbers of permits, policies
// and decisions look the same, and those may stay (rule S2, domain.md, chapter 15).
import { textBefore } from './digits.ts';
import type { Hit } from './findings.ts';

const SUBJECT =
  '(?:[a-zà-ž]{1,12}-?)?(?:dossier|zaak|case|client|cliënt|klant|patient|patiënt|casus|klacht|ticket|incident|rekest|vordering|melding|meld(?=n(?:umme)?r)|aanvraag|verzoek|bezwaar|beroep|intake|indicatie|beschikking|registratie|relatie|behandel|deelnemer|inschrijf|inschrijving|referentie|parket|kenmerk|aangifte|mutatie|proces[- ]verbaal|debiteur|hulpvraag|ondersteuningsplan|zorgplan|keukentafelgesprek|schuldhulp|bijstand|uitkering|wmo|wlz|jeugdwet|jeugdhulp|pgb|zorg|persoons|leerling|bewoner|huurder|ref|pv|bvh|zk|doss?|polis(?=-?n(?:umme)?r)|rol|woningnet|wachtlijst|woningzoekenden?|brp|awb|bkr|cjib|basisregistratie|bekend onder|geregistreerd (?:als|onder)|(?:(?<![a-zà-ž])v|doss?|zk|clt?|clnt|pat|pte?|klt?|mld|reg|beh|beschikk?|ind|uitk|inschr|casus|klnt)[.-]? ?(?=n(?:umme)?r)|(?:(?<![a-zà-ž])(?:inschr|reg|registr|beh|kenm|doss|besch|mld)\\.))';
const BETWEEN =
  '(?:(?:schrift|brief)?(?:s?-?(?:nummer|numer|nr|no|n|kenmerk|code|id)s?|en)?(?:[.:#,]| is| was| met| onder| nr\\.?| no\\.?| nummer| het| zaaknummer| kenmerk| is| bekend| onder| uwv| svb| cak| ciz| cjib| ind| coa| duo){0,4}[ :#(]{1,3})';
const CODE =
  '(?:(?=[a-zà-ž\\d./-]{0,24} ?[\\d./-]{0,24}\\d)(?:[a-zà-ž]{1,5}[-./_ ]?)?\\d{1,10}(?:[-./_]?[a-zà-ž]{0,4}[-./_]?\\d{1,10}){0,4}(?:[-./]?[a-zà-ž])?)(?![a-zà-ž0-9]|[-/.]\\d)';
// Digits in groups, behind a word for the number itself: "pv nr 2023 441 208".
const GROUPED = /^(\d{2,6})((?: \d{2,6}){1,3})(?![\d.,/-])/;
const NAMED = new RegExp(`(?<![a-zà-ž0-9])(${SUBJECT}${BETWEEN})(${CODE})`, 'gi');
// "2023-4567 is het dossiernummer", "2023-4567 (dossier)".
const NAMED_BEHIND =
  /(?<![A-Za-zà-ž0-9.,/-])(?=[A-Za-z./-]{0,6}\d)[A-Za-z\d./-]{4,20}(?= (?:is|was|=) (?:het |haar |zijn |ons |uw )?(?:dossier|zaak|klacht|cliënt|client|meldings?|aanvraag|registratie)(?:n(?:umme)?r|kenmerk)| \((?:dossier|zaak|klacht|casus)\))/gi;
// "melding bij VT: VT-118273": letters and a long number, a few words behind what it is kept on.
const LETTERED =
  /(?<![A-Za-zà-ž0-9-])[A-Z]{1,5}(?:[-./]\d{4,10}|[-./]?\d{2,4}[-./]\d{3,8})(?![A-Za-zà-ž0-9]|[-/.]\d)/g;
const NEAR =
  /(?<![a-zà-ž])(?:[a-zà-ž]{0,10}dossier|zaak|melding|klacht|casus|aanvraag|cli[ëe]nt|bezwaar|indicatie|beschikking|aangifte)(?![a-zà-ž])[^.;\n]{0,24}$/i;
// "aangifte gedaan, nummer 2024204417".
const NUMBER_BEHIND =
  /(?<=(?:aangifte|melding|klacht|bezwaar|aanvraag|proces[- ]verbaal)(?![a-zà-ž])[^.;\n]{0,24}[ ,(](?:nummer|nr\.?) )\d{6,12}(?![\d-])/gi;
// A code of the social domain that needs no cue, as in "WMO-2022-034662" or "JZ21-46116".
const BARE =
  /(?<![A-Za-zà-ž0-9-])(?:WMO|JZ|JW|JH|PW|WLZ|PGB|SHV|BB|CL|ZK|ZAAK|DOS|SR|MO)[-/. ]?\d{2,4}[-/.]\d{3,8}(?![A-Za-zà-ž0-9])|(?<![A-Za-zà-ž0-9-])[ZD][-/.]?\d{2,4}[-/.]\d{4,8}(?![A-Za-zà-ž0-9])|(?<![A-Za-zà-ž0-9-])(?!RIS|RV|BW|KST|COM|NEN|ISO|EU|NL|GM|WK|BU|AB|GMB|STB|STC)[A-Z]{1,5}[-/.](?:19|20)?[12]\d[-/.]\d{4,8}(?![A-Za-zà-ž0-9])/g;
// How courts and the police number a case: "10482716 CV EXPL 24-3391", "C/09/641224 / HA ZA 23-118", "PL0600-2024371162".
const OF_COURT =
  /(?<![A-Za-zà-ž0-9])(?:PL\d{4}[- ]?\d{8,10}|\d{6,9}(?: ?[\\/] ?| )(?:[A-Z]{2} (?:EXPL|VERZ|RK|ZA) )\d{2}[-/]\d{1,5}|C\/\d{2}\/\d{6}(?: ?\/ ?[A-Z]{2} (?:ZA|RK) \d{2}[-/]\d{1,5})?|(?:SGR|AMS|ROT|UTR|HAA|ARN|LEE|AWB) \d{2}[-/]\d{2,5}|\d{2}[-/]\d{6}-\d{2})(?![A-Za-zà-ž0-9])/gi;
// What is kept on somebody, by letters, a number and a year: "JB-0419-22".
const WITH_YEAR =
  /(?<![A-Za-zà-ž0-9-])(?!RIS|RV|BW|KST|COM|NEN|ISO|EU|NL|GM|WK|BU|AB|RAL|BK|EN|IP|DIN)[A-Z]{2,4}-(?=\d{3,6}-\d{2,4}(?!\d))\d{3,6}-\d{2,4}(?![A-Za-zà-ž0-9]|[-/.]\d)/g;
// Words before or in the cue that make it a matter of policy or of public works.
const POLICY =
  /(?:raads|collegebesluit|besluit|verordening|nota|motie|amendement|vergunning|bestemmingsplan|subsidie|bouw|kap|wob|woo|beleids|ontwerp|tarief|ris|wet|aanbesteding|begroting|contract|project)[a-zà-ž]{0,12}[ -]?$/i;

/** Codes behind a word for a personal file, and codes that carry the name of a care law. */
export function findCaseNumbers(text: string): Hit[] {
  const hits: Hit[] = [];
  for (const match of text.matchAll(NAMED)) {
    const [whole, cue = '', first = ''] = match;
    const start = match.index + whole.length - first.length;
    const grouped = /n(?:umme)?r[.: ]*$/i.test(cue)
      ? GROUPED.exec(text.slice(start, start + 28))?.[0]
      : undefined;
    const code = grouped ?? first;
    if (POLICY.test(textBefore(text, match.index, 24)) || POLICY_CUE.test(cue)) continue;
    if (
      /polis/i.test(cue) &&
      OF_MANY.test(text.slice(start + code.length, start + code.length + 40))
    )
      continue;
    if (!isCaseNumber(cue, code)) continue;
    hits.push({ type: 'CASE_NUMBER', start, end: start + code.length, hard: false });
  }
  for (const { index, 0: code } of text.matchAll(NAMED_BEHIND))
    if (isCaseNumber('nr', code) && !POLICY.test(textBefore(text, index, 24)))
      hits.push({ type: 'CASE_NUMBER', start: index, end: index + code.length, hard: false });
  for (const { index, 0: code } of text.matchAll(LETTERED))
    if (NEAR.test(textBefore(text, index, 40)) && !POLICY.test(textBefore(text, index, 24)))
      hits.push({ type: 'CASE_NUMBER', start: index, end: index + code.length, hard: false });
  for (const { index, 0: code } of [
    ...text.matchAll(OF_COURT),
    ...text.matchAll(WITH_YEAR),
    ...text.matchAll(NUMBER_BEHIND),
  ])
    if (!POLICY.test(textBefore(text, index, 24)))
      hits.unshift({ type: 'CASE_NUMBER', start: index, end: index + code.length, hard: false });
  for (const match of text.matchAll(BARE)) {
    hits.push({
      type: 'CASE_NUMBER',
      start: match.index,
      end: match.index + match[0].length,
      hard: false,
    });
  }
  return hits;
}

// Whose policy of insurance it is when nobody's.
const OF_MANY =
  /^ (?:is )?(?:van|voor) (?:de|het|onze|ons) [a-z]*(?:vereniging|club|stichting|huis|school|gebouw|vve|complex|kerk|gemeente|bus)(?![a-z])/i;
const POLICY_CUE = /^(?:raads|bouw|kap|subsidie|wob|woo|vergunning|beleids|bestemmings|besluit)/i;

/** Long enough for a number that is kept on someone; years, year ranges and dates are none. */
function isCaseNumber(cue: string, code: string): boolean {
  const digits = code.replace(/\D/g, '');
  if (/^(?:19|20)\d\d(?:[-/](?:19|20)?\d\d)?$/.test(code)) return false;
  if (/^\d{1,2}[-./]\d{1,2}[-./](?:19|20)?\d\d$/.test(code)) return false;
  const isNumbered = /n(?:umme|ume)?r|kenmerk|ref|\bno\b|#|id[ :]|code/i.test(cue);
  if (/^\d{1,3}(?:\.\d{3})+$/.test(code) && !isNumbered) return false;
  if (/^\d{1,2}[.:]\d\d$/.test(code)) return false;
  // "KL-8827": letters, and no year behind them.
  const isLettered = /^[a-z]{1,5}[-./]\d{4}/i.test(code) && !/\D(?:19|20)\d\d$/.test(code);
  return digits.length >= (isNumbered ? 3 : isLettered ? 4 : 5);
}
