/** The case, looked up by id: which claim a citation belongs to, which passage it rests on, in which exhibit. */
import type {
  BundleCase,
  BundleCitation,
  BundleClaim,
  BundleExhibit,
  BundleFinding,
  BundlePassage,
} from '../../../shared/domain/bundle.ts';

export interface CitedPlace {
  citation: BundleCitation;
  claim: BundleClaim;
  finding: BundleFinding;
  /** Counted through the whole case in the order of reading; the number of the footnote. */
  number: number;
}

export interface CaseIndex {
  bundle: BundleCase;
  exhibits: ReadonlyMap<string, BundleExhibit>;
  passages: ReadonlyMap<string, BundlePassage>;
  citations: ReadonlyMap<string, CitedPlace>;
}

export function indexCase(bundle: BundleCase): CaseIndex {
  const citations = new Map<string, CitedPlace>();
  for (const finding of bundle.findings) {
    for (const claim of finding.claims) {
      for (const citation of claim.citations)
        citations.set(citation.id, { citation, claim, finding, number: citations.size + 1 });
    }
  }
  return {
    bundle,
    exhibits: new Map(bundle.exhibits.map(exhibit => [exhibit.number, exhibit] as const)),
    passages: new Map(bundle.passages.map(passage => [passage.id, passage] as const)),
    citations,
  };
}
