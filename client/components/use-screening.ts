// Looks for personal data in a text while it is typed, on this device, by the same module as the server.
import { useEffect, useState } from 'preact/hooks';
import { useLanguage } from '../words/language.tsx';
import type { Mark } from './marked-text.tsx';

interface Screened {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** The text with every finding replaced. */
  readonly masked: string;
}

/** Milliseconds after the last key. */
const pause = 250;

/** What is found; undefined until this very text has been looked at. */
export function useScreening(text: string): Screened | undefined {
  const { language } = useLanguage();
  const [found, setFound] = useState<Screened>();
  useEffect(() => {
    let isOver = false;
    const timer = setTimeout(async () => {
      const { screenText, maskText, findingExplanations } = await import(
        '../../server/privacy/screening.ts'
      );
      if (isOver) return;
      const findings = screenText(text);
      const marks = findings.map(({ type, ...finding }) => ({
        ...finding,
        explanation: findingExplanations[type][language],
      }));
      setFound({ text, marks, masked: maskText(text, findings) });
    }, pause);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [text, language]);
  return found?.text === text ? found : undefined;
}
