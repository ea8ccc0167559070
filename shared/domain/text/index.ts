export { type FoldedText, foldText, originalRange, type TextRange } from './foldText.ts';
export { toFtsPhrase, tokensToFtsPhrase } from './ftsPhrase.ts';
export { indexTokens, splitTokens, type TokenSpans, toIndexText } from './tokens.ts';
