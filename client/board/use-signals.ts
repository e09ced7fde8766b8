// All signals within a place, page after page.
import { type Query, useQuery } from '../api/use-query.ts';
import { BoardDocument, type BoardQuery } from '../generated/graphql.ts';

export type BoardSignal = NonNullable<BoardQuery['signals']['edges'][number]>['node'];

const usePage = (within: string, before: Query<BoardQuery> | undefined) => {
  const info = before?.data?.signals.pageInfo;
  const after = info?.hasNextPage ? info.endCursor : undefined;
  return useQuery(
    BoardDocument,
    before === undefined ? { within } : after ? { within, after } : undefined,
  );
};

/** At most 600 signals, that is every theme of 35 wijken; `hasMore` beyond that. */
export function useSignals(within: string) {
  const one = usePage(within, undefined);
  const two = usePage(within, one);
  const three = usePage(within, two);
  const four = usePage(within, three);
  const five = usePage(within, four);
  const six = usePage(within, five);
  const pages = [one, two, three, four, five, six];
  const signals: BoardSignal[] = pages.flatMap(({ data }) =>
    (data?.signals.edges ?? []).flatMap((edge) => (edge ? [edge.node] : [])),
  );
  return {
    signals,
    isReady: one.data !== undefined,
    error: pages.find(({ error }) => error)?.error,
    hasMore: six.data?.signals.pageInfo.hasNextPage ?? false,
    refresh: one.refresh,
  };
}
