// The one sentence that every page of every sample document carries, and the ways to write it.

export const MARK = 'EXERCISE — invented for training; no real person, company or vessel';

/** KS X 1001 has no em dash (U+2014); its own long dash is U+2015. */
export const MARK_KS = MARK.replace('—', '―');

/** Older 7-bit places: a comment in a PDF, a mail header. */
export const MARK_ASCII = MARK.replace('—', '-');
