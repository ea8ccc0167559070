/** data/csl.json: the exhibits as CSL-JSON 1.0.2 items, which reference managers read. */
import type { BundleCase, BundleExhibit } from '../bundle.ts';

type JsonObject = Record<string, unknown>;

export function cslItems(bundle: BundleCase): JsonObject[] {
  return bundle.exhibits.map(exhibit => ({
    id: exhibit.number,
    type: itemType(exhibit.mediaType),
    title: exhibit.title,
    ...(exhibit.source ? { source: exhibit.source.name } : {}),
    ...dateField('issued', exhibit.publishedOn),
    ...dateField('accessed', exhibit.obtained.on),
    ...(exhibit.languages[0] ? { language: exhibit.languages[0] } : {}),
    ...(exhibit.pageCount > 0 ? { 'number-of-pages': exhibit.pageCount } : {}),
    archive: bundle.case.reference,
    archive_location: exhibit.number,
    note: `sha256: ${exhibit.documentSha256}`,
  }));
}

function itemType(mediaType: BundleExhibit['mediaType']): string {
  if (mediaType === 'message/rfc822') return 'personal_communication';
  if (mediaType.startsWith('image/')) return 'graphic';
  if (mediaType === 'text/html') return 'webpage';
  return 'document';
}

/** CSL knows years, months, days and ranges; whatever else an EDTF date says is kept as its own words. */
function dateField(name: string, date: string | null): JsonObject {
  if (date === null) return {};
  const sides = date.split('/');
  const exact = sides.every(side => /^\d{4}(-\d\d){0,2}[~?%]?$/.test(side));
  if (!exact) return { [name]: { literal: date } };
  const parts = sides.map(side =>
    side
      .replace(/[~?%]$/, '')
      .split('-')
      .map(Number),
  );
  return { [name]: { 'date-parts': parts, ...(/[~?%]/.test(date) ? { circa: true } : {}) } };
}
