// Names of files are kept: with an edition, with what was set aside, in the audit log. Rule S1 (domain.md,
// chapter 15) allows no personal data in them.
import { badInput } from '../errors.ts';
import { screenText } from './screening.ts';

/** How OData names its files, of the country or a gemeente: no person gave them. */
const ofTheSource =
  /^(?:(?:Typed|Untyped)DataSet|DataProperties|TableInfos|WijkenEnBuurten)(?: (?:NL|GM\d{4}))?$/;

/** A number of another system: chance makes telephone numbers and the like in it. */
const uuid = /(?<![0-9a-z])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-z])/gi;

/** Refuses the name when screening finds something hard in it; the name itself is not repeated. */
export function refuseTellingFileName(name: string): void {
  const stem = name
    .replace(/(?:\.(?:ndjson|jsonl|json|geojson|txt|csv|xlsx|xml|ya?ml|zip|gz))+$/i, '')
    .replaceAll('_', ' ')
    .replaceAll(uuid, '');
  if (ofTheSource.test(stem)) return;
  if (!screenText(stem).some((finding) => finding.hard)) return;
  const message = 'The name of the file holds personal data: rename it and import it again.';
  throw badInput([{ field: 'file', message }]);
}
