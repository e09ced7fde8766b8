// The language of the page and how numbers and days are written in it.
import type { ComponentChildren } from 'preact';
import { createContext } from 'preact';
import { useContext, useEffect, useMemo, useState } from 'preact/hooks';
import { type Formats, formatsOf } from './formats.ts';

export type Language = 'nl' | 'en';

interface LanguageChoice {
  readonly language: Language;
  /** As the API names it. */
  readonly apiLanguage: 'NL' | 'EN';
  readonly formats: Formats;
  readonly choose: (language: Language) => void;
}

const key = 'wijkbeeld.language';
const LanguageContext = createContext<LanguageChoice | undefined>(undefined);

/** Keeps the choice on the device; Dutch unless English was chosen. */
export function LanguageProvider({ children }: { children: ComponentChildren }) {
  const [language, setLanguage] = useState<Language>(
    localStorage.getItem(key) === 'en' ? 'en' : 'nl',
  );
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(key, language);
  }, [language]);
  const choice = useMemo(
    () => ({
      language,
      apiLanguage: language === 'nl' ? ('NL' as const) : ('EN' as const),
      formats: formatsOf(language),
      choose: setLanguage,
    }),
    [language],
  );
  return <LanguageContext.Provider value={choice}>{children}</LanguageContext.Provider>;
}

/** The language of the page; only inside LanguageProvider. */
export function useLanguage(): LanguageChoice {
  const choice = useContext(LanguageContext);
  if (!choice) throw new Error('useLanguage is used outside LanguageProvider.');
  return choice;
}
