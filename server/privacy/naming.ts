// Which professions and regimes may stand beside words without telling who wrote them (chapter 16). Pure. Of one practice
// in a wijk everyone knows whose it is; and where all but one are named, the one without a name is known as well.
import type { Profession, Regime } from '../codes/people.ts';
import { thresholds } from './disclosure.ts';

/** What a note tells of its writer before anything is left out. */
export interface Writer {
  readonly organisationKey: string;
  readonly profession: Profession;
  readonly regime: Regime;
}

export interface Naming {
  /** Null: naming it would tell who wrote. */
  readonly profession: Profession | null;
  readonly regime: Regime | null;
}

const nothing: Naming = { profession: null, regime: null };
const keyOf = ({ profession, regime }: Naming) => `${profession} ${regime}`;

/**
 * Names writers by profession and regime, coarser where fewer than two organisations share the name: first the
 * regime alone, then nothing. When too few organisations would be left without a name, nobody gets one. A reader of one
 * of the organisations knows what that one wrote, so then it takes one more. `writers` are those of all notes about the
 * place that the reader can see.
 */
export function namingOf(
  writers: readonly Writer[],
  readerOrganisation: string | null,
): (writer: Writer) => Naming {
  const distinct = distinctWriters(writers);
  const isInside = distinct.some(({ organisationKey }) => organisationKey === readerOrganisation);
  const atLeast = thresholds.organisations + (isInside ? 1 : 0);
  const coarser = [
    ({ profession, regime }: Writer): Naming => ({ profession, regime }),
    ({ regime }: Writer): Naming => ({ profession: null, regime }),
    (): Naming => nothing,
  ];
  const namings = new Map<string, Naming>();
  let left = distinct;
  for (const nameOf of coarser) {
    const organisations = new Map<string, Set<string>>();
    for (const writer of left) {
      const key = keyOf(nameOf(writer));
      organisations.set(key, (organisations.get(key) ?? new Set()).add(writer.organisationKey));
    }
    const isShared = (writer: Writer) =>
      (organisations.get(keyOf(nameOf(writer)))?.size ?? 0) >= atLeast;
    for (const writer of left.filter(isShared)) namings.set(keyOf(writer), nameOf(writer));
    left = left.filter((writer) => !isShared(writer));
  }
  // Not even without a name are these among others.
  if (left.length > 0) return () => nothing;
  return (writer) => namings.get(keyOf(writer)) ?? nothing;
}

/** Each organisation once per profession and regime: hundreds of notes come from some tens of writers. */
function distinctWriters(writers: readonly Writer[]): readonly Writer[] {
  const byOrganisation = new Map<string, Writer[]>();
  for (const writer of writers) {
    const { organisationKey, profession, regime } = writer;
    const known = byOrganisation.get(organisationKey);
    if (!known) byOrganisation.set(organisationKey, [writer]);
    else if (!known.some((one) => one.profession === profession && one.regime === regime)) {
      known.push(writer);
    }
  }
  return [...byOrganisation.values()].flat();
}
