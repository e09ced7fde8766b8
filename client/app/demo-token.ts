// The demo person chosen on this device; demo and development servers only, elsewhere such a token does nothing.

const key = 'wijkbeeld.demo';

/** The token chosen; empty: the public. */
export const demoToken = (): string => localStorage.getItem(key) ?? '';

/** Keeps the choice; an empty token forgets it. */
export function keepDemoToken(token: string): void {
  if (token === '') localStorage.removeItem(key);
  else localStorage.setItem(key, token);
}
