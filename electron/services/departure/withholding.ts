/**
 * Which exhibits stay here though what leaves rests on them, and why. What a reader may not have is left out, not hidden:
 * bytes, text, title and quoted words; number, mark, source, date, grade and digest remain, so that the gap is plain to see.
 */
import { STAYS_FOR_GOOD, stayingWords } from '../../../shared/domain/compartment.ts';
import { type LeavingChoice, type LeavingThing, type Stay, whyStays } from '../../../shared/domain/departure/index.ts';
import type { Exhibit } from '../../../shared/domain/exhibit.ts';
import type { HandlingMark } from '../../../shared/domain/handlingMark.ts';
import { NameConcealer } from '../../../shared/domain/report/index.ts';
import type { ExhibitId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { whatStays } from '../compartment/index.ts';
import { currentRenditionOf, pagesOf, requireExhibit } from '../exhibit/index.ts';
import { confidentialSources } from '../source/index.ts';
import { aroundExhibit, findRelative, insideExhibit, type Relative } from './familySql.ts';

/** Marks under which only recipients named by the originator may read. A case that bears one is for such recipients. */
const namedRecipientsOnly: readonly HandlingMark[] = ['TLP:RED', 'UN strictly confidential'];
const pagesAtOnce = 100;

export interface Withheld {
  exhibit: Exhibit;
  /** Short, for print outside: `TLP:RED`. */
  reason: string;
  /** For the sender: the rule behind it, or who marked it and why. Empty where the reason says all. */
  because: string;
}

export interface Withholding {
  concealer: NameConcealer;
  /** Why an exhibit's words stay here; null where they may go. Each exhibit is looked at once. */
  wordsOf(exhibitId: ExhibitId): Omit<Withheld, 'exhibit'> | null;
  /** The same of its bytes, which say more: they hold whatever came inside, and names that are not in what is quoted. */
  reasonOf(exhibitId: ExhibitId): string | null;
  /** Those of the exhibits whose bytes stay. */
  withheld(exhibits: readonly Exhibit[]): Withheld[];
  /** Why something that rests on these exhibits may not go. */
  whyResting(name: string, exhibitIds: readonly string[]): Omit<Stay, 'id'> | null;
}

export function withholdingOf(db: ReadableDb, caseMark: HandlingMark, choice: LeavingChoice): Withholding {
  const disclosed = new Set<string>(choice.disclose);
  const concealer = new NameConcealer(confidentialSources(db).filter(source => !disclosed.has(source.id)));
  const stays = whatStays(db);
  const replaced = new Set<string>(choice.inPlace.map(({ originalId }) => originalId));
  const rules = {
    audience: choice.audience,
    marks: choice.marks,
    leftOut: new Set<string>([...choice.leaveOut, ...replaced]),
    neverLeaves: (id: string) => (stays.reasonOf(id as ExhibitId) ? STAYS_FOR_GOOD : null),
  };
  const things = new Map<string, LeavingThing>();
  const find = (id: string): LeavingThing => {
    const seen = things.get(id);
    if (seen) return seen;
    const relative = findRelative(db, id);
    if (!relative) throw new Error('something that leaves hangs on an exhibit that is not here');
    const thing = toThing(relative, aroundExhibit(db, id), insideExhibit(db, id));
    things.set(id, thing);
    return thing;
  };
  const words = remembering((id: ExhibitId) => {
    if (replaced.has(id)) return { reason: 'a copy goes in its place', because: '' };
    const stay = whyStays(find(id), find, rules);
    if (!stay) return null;
    const mark = stays.reasonOf(id);
    return { reason: stay.why, because: mark ? stayingWords(mark) : stay.rule };
  });
  const bytes = remembering((id: ExhibitId): Omit<Withheld, 'exhibit'> | null => {
    const own =
      words(id) ?? ownReason(db, requireExhibit(db, id), { caseMark, concealer, byCase: choice.audience === null });
    if (own) return own;
    const inside = find(id).holds.find(one => bytes(one as ExhibitId) !== null);
    return inside === undefined ? null : { reason: `holds ${find(inside).name}, which is withheld`, because: '' };
  });
  return {
    concealer,
    wordsOf: words,
    reasonOf: id => bytes(id)?.reason ?? null,
    withheld: exhibits =>
      exhibits.flatMap(exhibit => {
        const why = bytes(exhibit.id);
        return why ? [{ exhibit, ...why }] : [];
      }),
    whyResting: (name, restsOn) =>
      whyStays({ id: name, name, mark: null, partOf: [], holds: [], restsOn }, find, rules),
  };
}

function toThing({ id, name, mark }: Relative, around: Relative[], inside: Relative[]): LeavingThing {
  return { id, name, mark, partOf: around.map(one => one.id), holds: inside.map(one => one.id), restsOn: [] };
}

function remembering<Key, Value>(find: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, { value: Value }>();
  return key => {
    const seen = known.get(key);
    if (seen) return seen.value;
    const value = find(key);
    known.set(key, { value });
    return value;
  };
}

interface OwnRules {
  caseMark: HandlingMark;
  concealer: NameConcealer;
  /** No audience was named, so the case's mark says for whom it is. */
  byCase: boolean;
}

function ownReason(
  db: ReadableDb,
  exhibit: Exhibit,
  { caseMark, concealer, byCase }: OwnRules,
): Omit<Withheld, 'exhibit'> | null {
  const { handlingMark } = exhibit;
  if (byCase && namedRecipientsOnly.includes(handlingMark) && !namedRecipientsOnly.includes(caseMark))
    return {
      reason: handlingMark,
      because: `it is ${handlingMark}, and the case is ${caseMark}`,
    };
  return namesSource(db, exhibit, concealer) ? { reason: 'it names a confidential source', because: '' } : null;
}

/** Looks in what was read from it; a picture without text is for human eyes, and the pre-flight says so. */
function namesSource(db: ReadableDb, exhibit: Exhibit, concealer: NameConcealer): boolean {
  if (concealer.isEmpty) return false;
  if (concealer.finds(exhibit.fileName)) return true;
  const rendition = currentRenditionOf(db, exhibit.sha256);
  if (!rendition) return false;
  if (Object.values(rendition.metadata).some(value => concealer.finds(value))) return true;
  for (let from = 0; from < rendition.pageCount; from += pagesAtOnce) {
    const pages = pagesOf(db, rendition.id, from, pagesAtOnce);
    if (concealer.finds(pages.map(page => page.text).join('\n'))) return true;
  }
  return false;
}
