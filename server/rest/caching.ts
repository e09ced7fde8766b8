// How long answers of the REST face may be kept.

/** What changes when an edition is published may be five minutes old. */
export const cacheOfFigures = 'public, max-age=300';

/** Words of people never are, and lie in no cache that others share: what is erased cannot be taken out of there. */
export const cacheOfWords = 'private, no-cache';
