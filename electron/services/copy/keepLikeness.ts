/** After a reading: what the document is like is stored, and its exhibits join those of their cases that are alike. */
import type { CopyKind } from '../../../shared/contract/copy.ts';
import type { ExtractionSummary } from '../../../shared/domain/extraction.ts';
import {
  isTellingPicture,
  LEAST_TEXT_LIKENESS,
  MOST_PICTURE_DISTANCE,
  pictureKeys,
  pictureKeysNearby,
  pictureLikeness,
  sketchKeys,
  textLikeness,
} from '../../../shared/domain/nearCopy.ts';
import type { Sha256 } from '../../../shared/kernel/digest.ts';
import type { ExhibitId } from '../../../shared/kernel/ids.ts';
import type { WritableDb } from '../../db/handles.ts';
import { exhibitIdsOfDocument } from '../exhibit/index.ts';
import {
  caseOfExhibit,
  dropGrouped,
  findGrouped,
  findLikeness,
  firstsByKeys,
  insertGrouped,
  type Likeness,
  saveLikeness,
} from './likenessSql.ts';
import { pictureDistance } from '../../../shared/domain/pictureHash.ts';

const kinds: readonly CopyKind[] = ['text', 'picture'];

export function keepLikeness(
  db: WritableDb,
  sha256: Sha256,
  { textSketch, pictureHash }: Pick<ExtractionSummary, 'textSketch' | 'pictureHash'>,
): void {
  const before = findLikeness(db, sha256);
  const after: Likeness = {
    textSketch,
    pictureHash: pictureHash !== null && isTellingPicture(pictureHash) ? pictureHash : null,
  };
  if (before === null && after.textSketch === null && after.pictureHash === null) return;
  saveLikeness(db, sha256, after);
  const changed = kinds.filter(kind => JSON.stringify(ofKind(before, kind)) !== JSON.stringify(ofKind(after, kind)));
  for (const exhibitId of exhibitIdsOfDocument(db, sha256)) {
    const left = changed.flatMap(kind => {
      const grouped = findGrouped(db, exhibitId, kind);
      return grouped ? dropGrouped(db, grouped) : [];
    });
    for (const id of [exhibitId, ...left]) joinAlike(db, id);
  }
}

/** Takes an exhibit out of its groups; those that were in them because of it are grouped anew. */
export function leaveGroups(db: WritableDb, exhibitId: ExhibitId): void {
  const left = kinds.flatMap(kind => {
    const grouped = findGrouped(db, exhibitId, kind);
    return grouped ? dropGrouped(db, grouped) : [];
  });
  for (const id of left) if (id !== exhibitId) joinAlike(db, id);
}

/** Also for bytes that were read for another case before: they are an exhibit of this one now. */
export function joinAlike(db: WritableDb, exhibitId: ExhibitId): void {
  const exhibit = caseOfExhibit(db, exhibitId);
  const likeness = exhibit && findLikeness(db, exhibit.sha256);
  if (!exhibit || !likeness) return;
  for (const kind of kinds) {
    if (ofKind(likeness, kind) === null || findGrouped(db, exhibitId, kind)) continue;
    const { own, lookUp } = keysOf(likeness, kind, exhibit.caseId);
    const [best] = firstsByKeys(db, exhibit.caseId, kind, lookUp)
      .flatMap(first => {
        const alike = likenessBetween(likeness, first, kind);
        return alike === null ? [] : [{ first, alike }];
      })
      .sort((left, right) => right.alike - left.alike);
    insertGrouped(db, {
      exhibitId,
      caseId: exhibit.caseId,
      kind,
      firstId: best?.first.id ?? null,
      keys: best ? [] : own,
    });
  }
}

function ofKind(likeness: Likeness | null, kind: CopyKind): number[] | string | null {
  return (kind === 'text' ? likeness?.textSketch : likeness?.pictureHash) ?? null;
}

function keysOf({ textSketch, pictureHash }: Likeness, kind: CopyKind, caseId: string) {
  if (kind === 'text') {
    const keys = sketchKeys(textSketch ?? [], caseId);
    return { own: keys, lookUp: keys };
  }
  return { own: pictureKeys(pictureHash ?? '', caseId), lookUp: pictureKeysNearby(pictureHash ?? '', caseId) };
}

/** 0 to 1; null where they are too unlike to be proposed. */
export function likenessBetween(left: Likeness, right: Likeness, kind: CopyKind): number | null {
  if (kind === 'text') {
    if (!left.textSketch || !right.textSketch) return null;
    const alike = textLikeness(left.textSketch, right.textSketch);
    return alike < LEAST_TEXT_LIKENESS ? null : alike;
  }
  if (!left.pictureHash || !right.pictureHash) return null;
  const distance = pictureDistance(left.pictureHash, right.pictureHash);
  return distance > MOST_PICTURE_DISTANCE ? null : pictureLikeness(distance);
}
