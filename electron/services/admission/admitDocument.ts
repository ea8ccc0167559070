/** Gives a stored document its number in the case; bytes that are here already are linked, each copy with its provenance. */
import { type AdmissionDefaults, type Exhibit, exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { Sha256 } from '../../../shared/kernel/digest.ts';
import type { CaseId, ExhibitId, JobId } from '../../../shared/kernel/ids.ts';
import type { CommandContext } from '../context.ts';
import { nextExhibitNumber, requireCase } from '../case/index.ts';
import { findExhibit, findExhibitOfDocument, insertCopy, insertExhibit } from '../exhibit/index.ts';

export interface Admission {
  caseId: CaseId;
  sha256: Sha256;
  fileName: string;
  /** Else it is called by its file's name. */
  title?: string;
  /** Where it was found, as given; for an attachment, the number of its message and its name. */
  path: string;
  parentId: ExhibitId | null;
  jobId: JobId | null;
  defaults: AdmissionDefaults;
}

export function admitDocument(ctx: CommandContext, admission: Admission): { exhibit: Exhibit; linked: boolean } {
  const { caseId, sha256, fileName, path, parentId, jobId, defaults } = admission;
  const copy = { fileName, path, arrivedAt: ctx.now(), jobId };
  const known = findExhibitOfDocument(ctx.db, caseId, sha256);
  if (known) {
    insertCopy(ctx.db, known.id, copy);
    ctx.custody.record({
      action: 'copy-linked',
      caseId,
      exhibitId: known.id,
      subject: exhibitNumber(known.number),
      sha256,
      details: { fileName },
    });
    return { exhibit: known, linked: true };
  }
  const id = ctx.newId('exh');
  const number = nextExhibitNumber(ctx.db, caseId);
  insertExhibit(ctx.db, {
    id,
    caseId,
    number,
    sha256,
    fileName,
    parentId,
    title: (admission.title ?? fileName).slice(0, 500),
    sourceId: defaults.sourceId ?? null,
    obtainedHow: defaults.obtainedHow ?? '',
    obtainedOn: defaults.obtainedOn ?? null,
    obtainedBy: defaults.obtainedBy ?? ctx.actor,
    publishedOn: defaults.publishedOn ?? null,
    languages: [],
    handlingMark: defaults.handlingMark ?? requireCase(ctx.db, caseId).handlingMark,
    authenticity: 'not-assessed',
    authenticityNote: '',
    isObservation: false,
    reading: 'waiting',
    problem: null,
    admittedAt: ctx.now(),
    openedAt: null,
    withdrawnAt: null,
  });
  insertCopy(ctx.db, id, copy);
  ctx.custody.record({
    action: 'exhibit-admitted',
    caseId,
    exhibitId: id,
    subject: exhibitNumber(number),
    sha256,
    details: { fileName },
  });
  const exhibit = findExhibit(ctx.db, id);
  if (!exhibit) throw new Error('an exhibit just admitted is not there');
  return { exhibit, linked: false };
}
