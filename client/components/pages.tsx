// A list that grows: page after page, each asked for when the reader wants more.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { type Query, useQuery } from '../api/use-query.ts';
import type { TypedDocumentString } from '../generated/graphql.ts';
import { useWords } from '../words/words.ts';
import { Failure } from './failure.tsx';
import { Loading } from './loading.tsx';
import { componentWords } from './words.ts';

interface Connection {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

interface PagesProps<Result, Variables> {
  readonly document: TypedDocumentString<Result, Variables>;
  /** Without the cursor. */
  readonly variables: Omit<Variables, 'after'>;
  readonly connectionOf: (data: Result) => Connection;
  /** Draws one page. */
  readonly children: (data: Result) => ComponentChildren;
}

/** Begins anew when the variables change: give it a key. */
export function Pages<Result, Variables>(props: PagesProps<Result, Variables>) {
  const [cursors, setCursors] = useState<readonly (string | undefined)[]>([undefined]);
  return (
    <>
      {cursors.map((after, at) => (
        <OnePage
          key={after ?? ''}
          {...props}
          after={after}
          onMore={
            at === cursors.length - 1 ? (cursor) => setCursors([...cursors, cursor]) : undefined
          }
        />
      ))}
    </>
  );
}

interface OnePageProps<Result, Variables> extends PagesProps<Result, Variables> {
  readonly after: string | undefined;
  readonly onMore: ((cursor: string) => void) | undefined;
}

function OnePage<Result, Variables>(props: OnePageProps<Result, Variables>) {
  const { document, variables, connectionOf, children, after, onMore } = props;
  const say = useWords(componentWords);
  const asked = { ...variables, ...(after ? { after } : {}) } as Variables;
  const { data, error, refresh }: Query<Result> = useQuery(document, asked);
  const info = data ? connectionOf(data).pageInfo : undefined;
  const cursor = info?.hasNextPage ? info.endCursor : undefined;
  return (
    <>
      {error ? <Failure error={error} retry={refresh} /> : null}
      {!data && !error ? <Loading /> : null}
      {data ? children(data) : null}
      {cursor && onMore ? (
        <button
          type="button"
          class="utrecht-button utrecht-button--secondary-action"
          onClick={() => onMore(cursor)}
        >
          {say('more')}
        </button>
      ) : null}
    </>
  );
}
