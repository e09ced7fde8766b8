// A subscription as a hook, by server-sent events over fetch (the graphql-sse protocol in one connection per operation).
// When no stream can be had, by a proxy that holds it up or a lost line, the page is told to look for itself.
import { useEffect, useRef } from 'preact/hooks';
import type { TypedDocumentString } from '../generated/graphql.ts';
import { hashOf, sendOperation } from './request.ts';

/** Milliseconds between looking for oneself while there is no stream, and before trying to connect again. */
const retryAfter = 20_000;

/** Messages in a text of events, and the rest that is not complete yet. */
export function readEvents(text: string): { messages: unknown[]; rest: string } {
  const events = text.replaceAll('\r\n', '\n').split('\n\n');
  const rest = events.pop() ?? '';
  const messages = events.flatMap((event) => {
    const data = event
      .split('\n')
      .filter((line) => line.startsWith('data:'))
      .map((line) => line.slice(5).trim())
      .join('\n');
    return data.startsWith('{') ? [JSON.parse(data) as unknown] : [];
  });
  return { messages, rest };
}

interface Message<Result> {
  readonly data?: Result | null;
}

async function listen<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  onMessage: (data: Result) => void,
  signal: AbortSignal,
): Promise<void> {
  const response = await sendOperation(document, variables, {
    accept: 'text/event-stream',
    signal,
  });
  if (!response.ok || !response.body) return;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const { messages, rest } = readEvents(text + value);
    text = rest;
    for (const message of messages as Message<Result>[]) if (message.data) onMessage(message.data);
  }
}

/**
 * Listens while the page is open; `undefined` variables listen to nothing. `onNews` gets the message, or nothing when
 * something may have been missed: then look again.
 */
export function useLive<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables | undefined,
  onNews: (data: Result | undefined) => void,
): void {
  const told = useRef(onNews);
  told.current = onNews;
  const key = variables === undefined ? undefined : hashOf(document) + JSON.stringify(variables);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the document and the variables.
  useEffect(() => {
    if (key === undefined || variables === undefined) return;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const connect = () => {
      listen(document, variables, (data) => told.current(data), stop.signal)
        .catch(() => undefined)
        .finally(() => {
          if (stop.signal.aborted) return;
          timer = setTimeout(() => {
            told.current(undefined);
            connect();
          }, retryAfter);
        });
    };
    connect();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [key]);
}
