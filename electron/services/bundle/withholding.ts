/**
 * Which exhibits stay here though the findings rest on them, and why. What a reader may not have is left out, not hidden:
 * bytes, text, title and quoted words; number, mark, grade and digest remain, so that the gap is plain to see.
 */
import { type Exhibit, exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { HandlingMark } from '../../../shared/domain/handlingMark.ts';
import { NameConcealer } from '../../../shared/domain/report/index.ts';
import type { ExhibitId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { currentRenditionOf, pagesOf, requireExhibit } from '../exhibit/index.ts';
import { confidentialSources } from '../report/index.ts';
import { insideExhibit } from './familySql.ts';

/** Marks under which only recipients named by the originator may read. A case that bears one is for such recipients. */
const namedRecipientsOnly: readonly HandlingMark[] = ['TLP:RED', 'UN strictly confidential'];
const pagesAtOnce = 100;

export interface Withheld {
  exhibit: Exhibit;
  /** Short, for print: `TLP:RED`. */
  reason: string;
}

export function withheldExhibits(
  db: ReadableDb,
  exhibits: readonly Exhibit[],
  caseMark: HandlingMark,
  concealer: NameConcealer,
): Withheld[] {
  const known = new Map<string, string | null>();
  const reasonOf = (exhibit: Exhibit): string | null => {
    const seen = known.get(exhibit.id);
    if (seen !== undefined) return seen;
    const own = ownReason(db, exhibit, caseMark, concealer);
    known.set(exhibit.id, own);
    return own;
  };
  return exhibits.flatMap(exhibit => {
    const own = reasonOf(exhibit);
    if (own !== null) return [{ exhibit, reason: own }];
    const inside = insideExhibit(db, exhibit.id).find(one => reasonOf(one) !== null);
    return inside ? [{ exhibit, reason: `holds ${exhibitNumber(inside.number)}, which is withheld` }] : [];
  });
}

function ownReason(db: ReadableDb, exhibit: Exhibit, caseMark: HandlingMark, concealer: NameConcealer): string | null {
  if (namedRecipientsOnly.includes(exhibit.handlingMark) && !namedRecipientsOnly.includes(caseMark))
    return exhibit.handlingMark;
  return namesSource(db, exhibit, concealer) ? 'it names a confidential source' : null;
}

/** Looks in what was read from it; a picture without text is for human eyes, and the pre-flight says so. */
function namesSource(db: ReadableDb, exhibit: Exhibit, concealer: NameConcealer): boolean {
  if (concealer.isEmpty) return false;
  if (concealer.finds(exhibit.fileName)) return true;
  const rendition = currentRenditionOf(db, exhibit.sha256);
  if (!rendition) return false;
  if (Object.values(rendition.metadata).some(value => concealer.finds(value))) return true;
  for (let from = 0; from < rendition.pageCount; from += pagesAtOnce) {
    if (
      concealer.finds(
        pagesOf(db, rendition.id, from, pagesAtOnce)
          .map(page => page.text)
          .join('\n'),
      )
    )
      return true;
  }
  return false;
}

export interface Withholding {
  concealer: NameConcealer;
  /** Why an exhibit stays here; null where it may go. Each is looked at once. */
  reasonOf(exhibitId: ExhibitId): string | null;
}

/** The same rule for what leaves without a bundle. */
export function withholdingOf(db: ReadableDb, caseMark: HandlingMark): Withholding {
  const concealer = new NameConcealer(confidentialSources(db));
  const known = new Map<ExhibitId, string | null>();
  return {
    concealer,
    reasonOf: exhibitId => {
      const seen = known.get(exhibitId);
      if (seen !== undefined) return seen;
      const [withheld] = withheldExhibits(db, [requireExhibit(db, exhibitId)], caseMark, concealer);
      known.set(exhibitId, withheld?.reason ?? null);
      return withheld?.reason ?? null;
    },
  };
}
