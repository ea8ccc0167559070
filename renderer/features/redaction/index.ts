/** Redaction: marking what must not leave in the page, and the copies without it. */
export { RedactionsOfExhibit } from './RedactionsOfExhibit.tsx';
export { RedactPopover } from './RedactPopover.tsx';
export { redactionMarksOf } from './readingMarksOf.ts';
export { type MakingCopy, useMakeCopy } from './useMakeCopy.ts';
export { type Redacting, useRedacting, useRedactionMarks } from './useRedaction.ts';
