export { type Anchored, anchorQuote, type Found } from './anchorQuote.ts';
export { type AnchorText, prepareText } from './anchorText.ts';
export { type Landing, landHit } from './landHit.ts';
export { type Located, locateInPages, type PageHint } from './locateInPages.ts';
export { describeQuote, type TextPosition, type TextQuote } from './textQuote.ts';
