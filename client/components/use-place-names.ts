// Names of the wijken of a gemeente.
import { useQuery } from '../api/use-query.ts';
import { PlaceNamesDocument } from '../generated/graphql.ts';
import { useLanguage } from '../words/language.tsx';

export interface PlaceNames {
  /** The name of a wijk or of the gemeente; its code while unknown, as for a wijk that is no more. */
  readonly nameOf: (code: string) => string;
  /** The wijken of now, by name. */
  readonly wijken: readonly { readonly code: string; readonly name: string }[];
}

/** Asks once per gemeente; undefined asks nothing. */
export function usePlaceNames(within: string | undefined): PlaceNames {
  const { formats } = useLanguage();
  const { data } = useQuery(PlaceNamesDocument, within ? { within } : undefined);
  const wijken = (data?.places.edges ?? [])
    .flatMap((edge) => (edge ? [edge.node] : []))
    .sort((a, b) => formats.compare(a.name, b.name));
  const names = new Map(
    [...wijken, ...(data?.place ? [data.place] : [])].map((one) => [one.code, one.name]),
  );
  return { wijken, nameOf: (code) => names.get(code) ?? code };
}
