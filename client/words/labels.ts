// Names of codes in the language of the page, from the same lists as the server.
import type { CodeList } from '../../server/codes/code-list.ts';
import { useLanguage } from './language.tsx';

export type NameOf = <Code extends string>(list: CodeList<Code>, code: Code) => string;

/** The name of a code in the language of the page. */
export function useNames(): NameOf {
  const { language } = useLanguage();
  return (list, code) => list[code][language];
}
