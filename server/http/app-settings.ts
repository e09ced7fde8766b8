// What the web app must know before it asks anything: how people sign in here and which gemeente it opens with.
import type express from 'express';

/** A person of the invented town to act as. */
export interface AppPerson {
  readonly label: string;
  readonly token: string;
}

export interface AppSettings {
  /** DEMO: demo persons; SERVICE: the login service; NONE: there is no way to sign in with a browser. */
  readonly signIn: 'DEMO' | 'SERVICE' | 'NONE';
  /** Demo persons; empty unless signIn is DEMO. */
  readonly people: readonly AppPerson[];
  /** Code of the gemeente that the app opens with; null: the app asks. */
  readonly gemeente: string | null;
  /** Address of a background map; null: none. */
  readonly backgroundMap: string | null;
}

/** Answers /app-settings.json, with the look in use; holds nothing that is not public. */
export function serveAppSettings(app: express.Express, settings: AppSettings, theme: string): void {
  app.get('/app-settings.json', (_request, response) => {
    response.set('Cache-Control', 'no-cache').json({ ...settings, theme });
  });
}
