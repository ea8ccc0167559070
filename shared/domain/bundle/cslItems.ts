/** data/csl.json: the exhibits as CSL-JSON items, which reference managers read; with what a person took over from elsewhere. */
import { type BundleCase, type BundleExhibit, whyWithheld } from '../bundle.ts';
import { type CslItem, type ExhibitFacts, leavingItem, withheldItem } from '../reference/index.ts';

export function cslItems({ case: about, exhibits }: BundleCase): CslItem[] {
  return exhibits.map(exhibit => {
    const facts = factsOf(exhibit, about.reference);
    return exhibit.fileName === null
      ? withheldItem(facts, whyWithheld(exhibit))
      : leavingItem(facts, exhibit.record ?? null);
  });
}

function factsOf(exhibit: BundleExhibit, caseReference: string): ExhibitFacts {
  return {
    number: exhibit.number,
    caseReference,
    title: exhibit.title,
    fileName: exhibit.fileName ?? '',
    mediaType: exhibit.mediaType,
    sourceName: exhibit.source?.name ?? null,
    publishedOn: exhibit.publishedOn,
    obtainedOn: exhibit.obtained.on,
    obtainedHow: exhibit.obtained.how,
    languages: exhibit.languages,
    pageCount: exhibit.pageCount,
    sha256: exhibit.documentSha256,
    handlingMark: exhibit.handlingMark,
  };
}
