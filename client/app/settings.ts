// What the server tells the app about this place: how people sign in, and which gemeente it serves.

/** A person of the invented town to act as; only on a demo or development server. */
export interface DemoPerson {
  readonly label: string;
  readonly token: string;
}

export interface AppSettings {
  /** DEMO: choose a person. SERVICE: the login service of the gemeente. NONE: reading only. */
  readonly signIn: 'DEMO' | 'SERVICE' | 'NONE';
  /** Persons of the invented town; empty where the town is not, so that real data is never called invented. */
  readonly people: readonly DemoPerson[];
  /** Code of the gemeente that the app opens with; null: ask. */
  readonly gemeente: string | null;
  /** Address of a background map; null: none (nothing is asked of another server). */
  readonly backgroundMap: string | null;
  /** Look of the municipality, as the operator chose it. */
  readonly theme: string;
}

/** Reads the settings; offline the last ones known. */
export async function readSettings(): Promise<AppSettings> {
  const key = 'wijkbeeld.settings';
  try {
    const response = await fetch('/app-settings.json');
    if (!response.ok) throw new Error(`Settings answered ${response.status}.`);
    const text = await response.text();
    const settings = JSON.parse(text) as AppSettings;
    localStorage.setItem(key, text);
    return settings;
  } catch (failure) {
    const known = localStorage.getItem(key);
    if (known === null) throw failure;
    return JSON.parse(known) as AppSettings;
  }
}
