/** The words of scanned pages: which pages have none, in which languages they are, and how sure what was recognised is. */
export { CaseLanguages } from './CaseLanguages.tsx';
export { LostPassages } from './LostPassages.tsx';
export { RecognitionOfExhibit } from './RecognitionOfExhibit.tsx';
export { RecognitionOfMany } from './RecognitionOfMany.tsx';
export { usePageWish } from './usePageWish.ts';
