/** What words are found in beside the pages: findings and claims, titles, quotes, notes, names, requests, figures. */
import type { BundleCase } from '../bundle.ts';
import { narrativeText } from '../narrative.ts';
import type { BundleEntity } from './bundleEntity.ts';
import type { SearchPlace } from './bundleSearch.ts';

/** Of the case itself; entities follow behind these. */
export function placesOfCase(bundle: BundleCase): SearchPlace[] {
  const { findings, exhibits, passages, figures = [], requests = [], sources = [] } = bundle;
  return [
    ...findings.flatMap(finding => [
      place('finding', finding.id, `${finding.number} ${finding.title}`, [
        narrativeText(finding.narrative),
        finding.alternatives,
        ...finding.participants.flatMap(({ name, role }) => [name, role]),
      ]),
      ...finding.claims.map(claim => ({
        ...place('claim', claim.id, claim.text, [claim.judgement?.reason ?? '']),
        within: finding.id,
      })),
    ]),
    ...exhibits.map(exhibit =>
      place('exhibit', exhibit.number, `${exhibit.number} ${exhibit.title}`, [exhibit.source?.name ?? '']),
    ),
    ...passages.map(({ id, exhibitNumber, quote, note, tags, translation }) =>
      place('passage', id, exhibitNumber, [quote.exact, note, ...tags, translation?.text ?? '']),
    ),
    ...figures.map(({ numeral, caption, picture, table }) =>
      place('figure', numeral, `Figure ${numeral}. ${caption}`, [
        picture?.altText ?? '',
        ...(table?.rows.flat() ?? []),
      ]),
    ),
    ...requests.map(({ id, addressee, substance }) => place('request', id, addressee, [substance])),
    ...sources.map(({ id, name }) => place('source', id, name, [])),
  ];
}

export function placeOfEntity({ id, caption, hint, schemaLabel, statements }: BundleEntity): SearchPlace {
  const values = statements.flatMap(({ words, original, note }) => [words, original, note]);
  return place('entity', id, caption, [schemaLabel, hint, ...new Set(values.filter(value => value !== caption))]);
}

function place(kind: SearchPlace['kind'], id: string, title: string, more: readonly string[]): SearchPlace {
  return { kind, id, title, text: [title, ...more.filter(words => words !== '')].join('\n') };
}
