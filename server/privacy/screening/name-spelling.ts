// One name, many spellings: "Bennie" and "Benny", "Youssra" and "Yousra", "Frederike" and "Frederieke". Two
// spellings of a name share a skeleton, so that the list need not hold them all.
import { firstNames } from './first-names.ts';

function skeletonOf(key: string): string {
  return key
    .replace(/ph/g, 'f')
    .replace(/th/g, 't')
    .replace(/sch|sj|sh/g, 's')
    .replace(/dj|dzh|dz/g, 'j')
    .replace(/ck|c(?![hie])|q/g, 'k')
    .replace(/c/g, 's')
    .replace(/oe|ou|uu|oo/g, 'u')
    .replace(/ij|ie|ee|ei|y|j/g, 'i')
    .replace(/ae|aa/g, 'a')
    .replace(/z/g, 's')
    .replace(/v|w/g, 'f')
    .replace(/(.)\1+/g, '$1')
    .replace(/h$/, '')
    .replace(/[ei]$/, '')
    .replace(/d$|dt$/, 't');
}

let skeletons: ReadonlySet<string> | undefined;

/** Whether the key is another spelling of a listed first name; short ones look too much like words. */
export function isNameVariant(key: string): boolean {
  skeletons ??= new Set([...firstNames].filter((name) => name.length > 4).map(skeletonOf));
  const skeleton = key.length > 4 && key.length < 15 ? skeletonOf(key) : '';
  return skeleton.length > 3 && skeletons.has(skeleton);
}
