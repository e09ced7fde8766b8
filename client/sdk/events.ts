// Server-sent events as they come over a response; just what Wijkbeeld sends of them.

/** The data of each event `next`; ends with `complete`, or with the response. */
export async function* readEvents(response: Response): AsyncGenerator<string, void, void> {
  const reader = response.body?.getReader();
  if (!reader) return;
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      text += decoder.decode(value, { stream: true });
      const parts = text.split('\n\n');
      text = parts.pop() ?? '';
      for (const part of parts) {
        const lines = part.split('\n');
        if (lines.includes('event: complete')) return;
        const data = lines.filter((line) => line.startsWith('data:')).map((line) => line.slice(5));
        const joined = data.join('\n').trim();
        if (lines.includes('event: next') && joined) yield joined;
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
