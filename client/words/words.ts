// Every text of the app in Dutch (B1) and English. Each part of the app has its own list beside it, so that a page
// loads its own words only; the compiler refuses a key that one of the languages lacks.
import { useLanguage } from './language.tsx';

type Texts = Readonly<Record<string, string>>;

export interface Words<Key extends string> {
  readonly nl: Readonly<Record<Key, string>>;
  readonly en: Readonly<Record<Key, string>>;
}

/** A list of words; `key` and, where one differs from many, `key_one`. `{name}` is filled in. */
export const words = <T extends Texts>(
  nl: T,
  en: Readonly<Record<keyof T, string>>,
): Words<Extract<keyof T, string>> => ({ nl, en }) as Words<Extract<keyof T, string>>;

export type Say<Key extends string> = (
  key: Key,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** The words of a list in the language of the page. */
export function useWords<Key extends string>(list: Words<Key>): Say<Key> {
  const { language, formats } = useLanguage();
  const texts = list[language] as Readonly<Record<string, string>>;
  return (key, values = {}) => {
    const text = (values.n === 1 ? texts[`${key}_one`] : undefined) ?? texts[key] ?? '';
    return text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      return typeof value === 'number' ? formats.number(value) : (value ?? '');
    });
  };
}
