/** What a comment at a place of the viewer is about, and how readers call it. */
import type {
  BundleClaim,
  BundleEdition,
  BundleExhibit,
  BundleFigure,
  BundleFinding,
  BundleRequest,
} from '../../shared/domain/bundle.ts';
import type { BundleEntity, BundleStatement } from '../../shared/domain/bundle/bundleEntity.ts';
import type { ReviewTarget } from './review/ReviewSlot.tsx';

export const targetOfExhibit = (exhibit: BundleExhibit): ReviewTarget => ({
  subject: { kind: 'exhibit', id: exhibit.id ?? exhibit.number },
  name: exhibit.number,
  quote: exhibit.title,
});

/** Words selected in the page are what is spoken of; without any the page as a whole. */
export const targetOfPage = (exhibit: BundleExhibit, pageIndex: number, pageName: string): ReviewTarget => ({
  subject: { kind: 'exhibit', id: exhibit.id ?? exhibit.number, pageIndex },
  name: `${exhibit.number}, ${pageName}`,
  quote: '',
});

export const targetOfFinding = ({ id, number, title }: BundleFinding): ReviewTarget => ({
  subject: { kind: 'finding', id },
  name: number,
  quote: title,
});

export const targetOfClaim = ({ number, claims }: BundleFinding, claim: BundleClaim): ReviewTarget => ({
  subject: { kind: 'claim', id: claim.id },
  name: `${number}, claim ${claims.indexOf(claim) + 1}`,
  quote: claim.text,
});

export const targetOfFigure = ({ id, numeral, caption }: BundleFigure): ReviewTarget => ({
  subject: { kind: 'figure', id: id ?? numeral },
  name: `Figure ${numeral}`,
  quote: caption,
});

/** By the digest of what it says: the edition that a bundle shows is frozen with the bundle, and has no id in it. */
export const targetOfEdition = ({ contentSha256, title, edition }: BundleEdition): ReviewTarget => ({
  subject: { kind: 'edition', id: contentSha256 },
  name: `${title}, edition ${edition}`,
  quote: title,
});

export const targetOfRequest = ({ id, addressee, substance }: BundleRequest): ReviewTarget => ({
  subject: { kind: 'request', id },
  name: `the request to ${addressee}`,
  quote: substance,
});

export const targetOfEntity = ({ id, caption }: Pick<BundleEntity, 'id' | 'caption'>): ReviewTarget => ({
  subject: { kind: 'entity', id },
  name: caption,
  quote: caption,
});

export const targetOfStatement = (
  { caption }: Pick<BundleEntity, 'caption'>,
  { id, label, words }: BundleStatement,
): ReviewTarget => ({
  subject: { kind: 'statement', id },
  name: `${caption}, ${label}`,
  quote: words,
});
