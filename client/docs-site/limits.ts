// The page of limits, from the same table that requests are held against.
import { costPerRequest, limits } from '../../server/limits/table.ts';

/** In Markdown, like the other pages. */
export function limitsPage(): string {
  const rows = Object.values(limits).map(
    ({ what, most, why }) => `| ${what} | ${most.toLocaleString('en')} | ${why} |`,
  );
  return `# Limits

What is over a limit gets HTTP 400 and \`QUERY_TOO_COMPLEX\`, with the limit, what was found and what to do, before
anything is asked of the database.

| in one request | at most | because |
|---|---|---|
${rows.join('\n')}

## Cost

1 is about a millisecond of one core, estimated from the query alone. One request may cost
${costPerRequest.signedIn.toLocaleString('en')} signed in and ${costPerRequest.public.toLocaleString('en')} otherwise; a
whole profile costs about 40, a whole gemeente 300. \`extensions.cost\` of each answer says \`requested\`, and \`limit\` and
\`remaining\` of the budget of this minute: of a person or key, or without one of a network. Over it: HTTP 429,
\`RATE_LIMITED\` and \`Retry-After\`. The typed client waits and tries again.
`;
}
