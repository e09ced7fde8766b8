// Codes of `Marges`, the same in every table that has them (domain 6.4).

/** Code to the part of the figure. */
export const margins = { MW00000: 'values', MOG0095: 'lowers', MBG0095: 'uppers' };
