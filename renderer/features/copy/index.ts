/** Near copies: what may be a copy of what, compared side by side, and what people decided. */
export { CopiesOfCase, type CopiesOfCaseProps, type CopiesView, plainCopiesView } from './CopiesOfCase.tsx';
export { CopiesOfExhibit } from './CopiesOfExhibit.tsx';
export { CopiesOfSource } from './CopiesOfSource.tsx';
