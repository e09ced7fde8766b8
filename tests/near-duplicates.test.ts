// Near-duplicate texts: the published measure on worked examples, and what must hold for any texts.
import { describe, expect, test } from 'vitest';
import {
  contentWords,
  duplicateResemblance,
  groupNearDuplicates,
  resemblance,
  shinglesOf,
} from '../server/statistics/near-duplicates.ts';
import { themeCodes } from './simulation/needs.ts';
import { integer, pick, randomFrom, shuffled } from './simulation/random.ts';
import { copyText, writeText } from './simulation/texts.ts';

const note = (source: string, text: string | null) => ({ source, text });
const alike = (first: string, second: string) => resemblance(shinglesOf(first), shinglesOf(second));

describe('resemblance', () => {
  test('a text is the set of its runs of words: a rose is a rose is a rose (Broder 1997, section 2)', () => {
    // The same pattern in words that are no fillers: eight words, five runs of four, three of them different.
    const runs = [...shinglesOf('ene roos blijft ene roos blijft ene roos', 4)];
    expect(runs).toEqual(['ene roos blijft ene', 'roos blijft ene roos', 'blijft ene roos blijft']);
  });

  test('is the share of shingles in common', () => {
    const [first, second] = [new Set(['a', 'b', 'c']), new Set(['b', 'c', 'd'])];
    expect(resemblance(first, second)).toBeCloseTo(0.5, 12);
    expect(resemblance(first, first)).toBe(1);
    expect(resemblance(first, new Set(['x']))).toBe(0);
  });

  test('looks through case, accents, punctuation, numbers, ligatures and fillers', () => {
    expect(contentWords('De financiële zorgen: 3 à 4 per week!')).toEqual(
      contentWords('financiele ZORGEN 12 a 15 per week'),
    );
    expect(contentWords('Ĳsbaan dicht')).toEqual(contentWords('ijsbaan is dicht'));
    expect(alike('Ik zie veel schulden in de flats.', 'ik zie veel schulden in flats')).toBe(1);
  });

  test('a text of fillers only is still compared', () => {
    expect(contentWords('Het is er nog niet.')).toEqual(['het', 'is', 'er', 'nog', 'niet']);
  });

  test('one changed word in a sentence leaves a copy, other words do not', () => {
    const text =
      'Steeds meer gezinnen vragen om een voedselpakket omdat de energierekening stijgt.';
    expect(alike(text, text.replace('Steeds', 'Nog'))).toBeGreaterThanOrEqual(duplicateResemblance);
    expect(alike(text, 'Jongeren hangen rond op het plein en buren voelen zich onveilig.')).toBe(0);
  });
});

describe('groups', () => {
  test('only texts of one organisation are compared', () => {
    const groups = groupNearDuplicates([
      note('a', 'zelfde tekst hier'),
      note('b', 'zelfde tekst hier'),
    ]);
    expect(groups).toHaveLength(2);
  });

  test('a copy of a copy belongs to the first', () => {
    const first = 'jongeren stoppen steeds vaker met school zonder diploma daarna werk zoeken';
    const second = 'jongeren stoppen steeds vaker met school zonder diploma daarna niets meer doen';
    const third = 'jongeren stoppen steeds vaker met sport zonder diploma daarna niets meer doen';
    expect(alike(first, third)).toBeLessThan(duplicateResemblance);
    const texts = [first, third, second].map((text) => note('a', text));
    expect(groupNearDuplicates(texts)).toEqual([texts]);
  });

  test('erased texts of one organisation count as one', () => {
    const texts = [note('a', null), note('a', null), note('b', null), note('a', 'nog wel bekend')];
    expect(groupNearDuplicates(texts)).toHaveLength(3);
  });

  test('every text is in one group, and the order does not matter', () => {
    const random = randomFrom(1, 'groups');
    for (let i = 0; i < 100; i += 1) {
      const originals = Array.from({ length: 5 }, () =>
        writeText(random, pick(random, themeCodes)),
      );
      const texts = Array.from({ length: 20 }, () =>
        note(`source-${integer(random, 1, 3)}`, copyText(random, pick(random, originals))),
      );
      const sets = (groups: (typeof texts)[]) =>
        new Set(
          groups.map((group) =>
            group
              .map((one) => texts.indexOf(one))
              .sort((a, b) => a - b)
              .join(),
          ),
        );
      const groups = groupNearDuplicates(texts);
      expect(groups.flat()).toHaveLength(texts.length);
      expect(sets(groupNearDuplicates(shuffled(random, texts)))).toEqual(sets(groups));
    }
  });

  test('copies are found and notes written apart are not, as the threshold promises', () => {
    const random = randomFrom(2, 'threshold');
    let [missed, wrong] = [0, 0];
    for (let i = 0; i < 2000; i += 1) {
      const theme = pick(random, themeCodes);
      const [text, other] = [writeText(random, theme), writeText(random, theme)];
      if (alike(text, copyText(random, text)) < duplicateResemblance) missed += 1;
      if (text !== other && alike(text, other) >= duplicateResemblance) wrong += 1;
    }
    expect(missed).toBe(0);
    expect(wrong / 2000).toBeLessThan(0.005);
  });

  test('fifty copies cost little', () => {
    const started = performance.now();
    groupNearDuplicates(
      Array.from({ length: 5000 }, () => note('a', 'steeds dezelfde zin over schulden')),
    );
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
