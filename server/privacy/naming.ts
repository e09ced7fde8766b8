// Which professions and regimes may stand beside words without telling who wrote them (chapter 16). Pure. Of one practice
// in a wijk everyone knows whose it is; and where all but one are named, the one without a name is known as well.
import type { Profession, Regime } from '../codes/people.ts';
import { productThresholds, type Thresholds } from './disclosure.ts';

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
 * place that the reader can see, or could see under the product's own thresholds. Where a gemeente asks more
 * organisations, names of the product that fewer share are left out, none is given that the product would not give: two
 * namings of the same notes, before and after a change of thresholds, tell no more than one.
 */
export function namingOf(
  writers: readonly Writer[],
  readerOrganisation: string | null,
  thresholds: Thresholds,
): (writer: Writer) => Naming {
  const distinct = distinctWriters(writers);
  const isInside = distinct.some(({ organisationKey }) => organisationKey === readerOrganisation);
  const oneMore = isInside ? 1 : 0;
  const nameOf = productNaming(distinct, productThresholds.ORGANISATIONS + oneMore);
  const atLeast = thresholds.ORGANISATIONS + oneMore;
  const sizes = sizesOf(distinct, nameOf);
  const isShared = (naming: Naming) => (sizes.get(keyOf(naming)) ?? 0) >= atLeast;
  const kept = (writer: Writer) => (isShared(nameOf(writer)) ? nameOf(writer) : nothing);
  const unnamed = sizesOf(distinct, kept).get(keyOf(nothing)) ?? atLeast;
  // Not even without a name are these among others.
  return unnamed < atLeast ? () => nothing : kept;
}

/** Organisations behind each name. */
function sizesOf(
  writers: readonly Writer[],
  nameOf: (writer: Writer) => Naming,
): ReadonlyMap<string, number> {
  const organisations = new Map<string, Set<string>>();
  for (const writer of writers) {
    const key = keyOf(nameOf(writer));
    organisations.set(key, (organisations.get(key) ?? new Set()).add(writer.organisationKey));
  }
  return new Map([...organisations].map(([key, of]) => [key, of.size]));
}

function productNaming(writers: readonly Writer[], atLeast: number): (writer: Writer) => Naming {
  const coarser = [
    ({ profession, regime }: Writer): Naming => ({ profession, regime }),
    ({ regime }: Writer): Naming => ({ profession: null, regime }),
    (): Naming => nothing,
  ];
  const namings = new Map<string, Naming>();
  let left = writers;
  for (const nameOf of coarser) {
    const sizes = sizesOf(left, nameOf);
    const isShared = (writer: Writer) => (sizes.get(keyOf(nameOf(writer))) ?? 0) >= atLeast;
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
