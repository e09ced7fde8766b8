// A subscription over server-sent events, read as it comes.

export interface Message {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: { readonly code: string };
  }[];
}

export interface Listening {
  readonly messages: readonly Message[];
  /** When the server has ended it. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Opens it; what the server sends is added to `messages`. */
export async function listen(url: string, as: string | null, query: string): Promise<Listening> {
  const abort = new AbortController();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      ...(as ? { authorization: `Bearer ${as}` } : {}),
    },
    body: JSON.stringify({ query }),
    signal: abort.signal,
  });
  const messages: Message[] = [];
  const decoder = new TextDecoder();
  const ended = (async () => {
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      for (const event of events) {
        const line = event.split('\n').find((one) => one.startsWith('data: {'));
        if (line) messages.push(JSON.parse(line.slice(6)));
      }
    }
  })();
  const quiet = ended.catch(() => undefined);
  return {
    messages,
    ended,
    stop: async () => {
      abort.abort();
      await quiet;
    },
  };
}
