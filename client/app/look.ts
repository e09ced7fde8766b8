// The style sheet of a gemeente in the place of the one the page began with, which is that of the gemeente of the server.

/** Shows the look of a gemeente; null: of the gemeente of the server. `round` asks for it anew. */
export function showLook(gemeente: string | null, round?: number): void {
  const link = document.querySelector<HTMLLinkElement>('link[href^="/theme.css"]');
  const query = new URLSearchParams();
  if (gemeente) query.set('gemeente', gemeente);
  if (round) query.set('round', `${round}`);
  const href = query.size > 0 ? `/theme.css?${query}` : '/theme.css';
  if (link && link.getAttribute('href') !== href) link.setAttribute('href', href);
}
