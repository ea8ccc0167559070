/** Citations as findings show them, and the steps that change them. */
export { CitationCard, type CitationCardProps } from './CitationCard.tsx';
export { draggedCitation } from './citationDrag.ts';
export { type CitedPassage, citationName, citedPage, standsOpen } from './citationWords.ts';
export { type CitationActions, type CitationChange, useCitationActions } from './useCitationActions.ts';
export { QuotedWords, type QuotedWordsProps } from './QuotedWords.tsx';
export { type TakeStep, useStep } from './useStep.ts';
