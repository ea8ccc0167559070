/** The search of bundles that came without an index: only what the case itself says, not the pages of its exhibits. */
import type { SearchPlace } from '../../../shared/domain/bundle/bundleSearch.ts';
import type { BundleCase } from '../../../shared/domain/bundle.ts';
import { matchesPage, type QueryNode } from '../../../shared/domain/search/index.ts';

export function searchCase(bundle: BundleCase, node: QueryNode): SearchPlace[] {
  return placesOf(bundle).filter(({ text }) => matchesPage(text, node));
}

function placesOf({ findings, exhibits, passages }: BundleCase): SearchPlace[] {
  return [
    ...findings.map(({ id, number, title, alternatives }) => ({
      kind: 'finding' as const,
      id,
      title: `${number} ${title}`,
      text: [number, title, alternatives].join('\n'),
    })),
    ...findings.flatMap(finding =>
      finding.claims.map((claim, at) => ({
        kind: 'claim' as const,
        id: claim.id,
        title: `${finding.number}, claim ${at + 1}`,
        text: claim.text,
        within: finding.id,
      })),
    ),
    ...exhibits.map(({ number, title, source }) => ({
      kind: 'exhibit' as const,
      id: number,
      title: `${number} ${title}`,
      text: [number, title, source?.name ?? ''].join('\n'),
    })),
    ...passages.map(({ id, exhibitNumber, quote, note }) => ({
      kind: 'passage' as const,
      id,
      title: exhibitNumber,
      text: [quote.exact, note].join('\n'),
    })),
  ];
}
