// Personal data in a text while it is typed, found on the device by the rules of the server.
import { useEffect, useState } from 'preact/hooks';
import type { Finding } from '../../server/privacy/screening/findings.ts';

type Screening = typeof import('./screening.ts');

/** Loads the rules; undefined when they are not on the device and there is no connection: the server screens again. */
export const loadScreening = (): Promise<Screening | undefined> =>
  import('./screening.ts').catch(() => undefined);

export interface Screened {
  /** The text that was screened: findings fit this text only. */
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly rules: Screening | undefined;
}

const pause = 250;

/** Findings of the text, a moment after the last key. */
export function useScreening(text: string): Screened {
  const [screened, setScreened] = useState<Screened>({ text: '', findings: [], rules: undefined });
  useEffect(() => {
    let isOpen = true;
    const timer = setTimeout(
      async () => {
        const rules = await loadScreening();
        if (isOpen) setScreened({ text, findings: rules?.screenText(text) ?? [], rules });
      },
      text === '' ? 0 : pause,
    );
    return () => {
      isOpen = false;
      clearTimeout(timer);
    };
  }, [text]);
  return screened.text === text ? screened : { ...screened, text, findings: [] };
}

/** Whether a text holds what may not be saved; without the rules nothing is found here. */
export async function hasHardFindings(texts: readonly string[]): Promise<boolean> {
  const rules = await loadScreening();
  return rules !== undefined && texts.some((one) => rules.screenText(one).some(({ hard }) => hard));
}
