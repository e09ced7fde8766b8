// Keys of one letter or sign, which each person may switch off on the own device (WCAG 2.1.4).

const key = 'wijkbeeld.shortcuts';

/** Whether this person wants them. */
export const areLetterKeysOn = (): boolean => localStorage.getItem(key) !== 'off';

/** Keeps the choice. */
export const switchLetterKeys = (isOn: boolean): void =>
  localStorage.setItem(key, isOn ? 'on' : 'off');

/** Where a letter is text and no key. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('textarea, select, input:not([type=radio], [type=checkbox])'));
