/** Near copies: what may be a copy of what, compared side by side, and what people decided. */
export { CopiesOfExhibit } from './CopiesOfExhibit.tsx';
export { CopiesOfSource } from './CopiesOfSource.tsx';
