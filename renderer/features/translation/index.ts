/** Translations: beside the original words, never in their place, with whose they are and of what worth. */
export { PassageTranslation } from './PassageTranslation.tsx';
export { TranslatedWords } from './TranslatedWords.tsx';
export { TranslationsOfExhibit } from './TranslationsOfExhibit.tsx';
