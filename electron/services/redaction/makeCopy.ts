/**
 * The job that makes a copy of an exhibit without what must not leave: its pages drawn as pixels with the marked places painted
 * over, or, where pages cannot be drawn, the words that were read without the marked ones. The copy is admitted as an exhibit
 * of its own; what it was made from, and why, stays in the vault.
 */
import { z } from 'zod';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { HandlingMark } from '../../../shared/domain/handlingMark.ts';
import {
  copyForm,
  type Redaction,
  RedactionKind,
  RedactionMark,
  redactionReasonWords,
  type Turn,
} from '../../../shared/domain/redaction.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import { ExhibitId } from '../../../shared/kernel/ids.ts';
import { adoptBlob, stageBytes } from '../../documents/documentStore.ts';
import type { Job } from '../../jobs/jobContext.ts';
import { admitDocument, readWithAttachments } from '../admission/index.ts';
import { requireExhibit, restoreExhibit } from '../exhibit/index.ts';
import { picturesCopy } from './picturesCopy.ts';
import { insertRedaction, redactionOfCopy } from './redactionSql.ts';
import { wordsCopy } from './wordsCopy.ts';

export const MakeInput = z.object({
  exhibitId: ExhibitId,
  kind: RedactionKind,
  marks: z.array(RedactionMark),
  title: z.string(),
  handlingMark: HandlingMark.nullable(),
});
export type MakeInput = z.infer<typeof MakeInput>;

export interface MadeCopy {
  exhibitId: ExhibitId;
  exhibitNumber: number;
}

const ENGINE = 'probatum redaction 1';

/** @throws redaction-unplaced, redaction-unread, redaction-not-found, not-copyable, password-needed, page-not-drawn */
export const makeCopy: Job<MakeInput, MadeCopy> = async (ctx, input) => {
  const original = requireExhibit(ctx.query().db, input.exhibitId);
  const form = copyForm(original);
  if (form === null) throw new ProbatumError('not-copyable', { exhibit: exhibitNumber(original.number) });
  const marks = input.kind === 'redacted' ? input.marks : [];
  const turns: Record<string, Turn> = {};
  const bytes = form === 'pictures' ? await picturesCopy(ctx, original, marks, turns) : wordsCopy(ctx, original, marks);
  const staged = await stageBytes(steps => ctx.write(command => steps(command.db)), bytes, ctx.signal);
  const fileName = `${input.kind === 'redacted' ? 'redacted' : 'copy'}.${form === 'pictures' ? 'pdf' : 'txt'}`;
  const copy = ctx.write(command => {
    const document = adoptBlob(command.db, staged, 'application/octet-stream', command.now());
    const { exhibit } = admitDocument(command, {
      caseId: original.caseId,
      sha256: document.sha256,
      fileName,
      title: input.title,
      path: fileName,
      parentId: null,
      jobId: ctx.jobId,
      defaults: {
        sourceId: original.sourceId,
        publishedOn: original.publishedOn,
        obtainedHow: `${input.kind === 'redacted' ? 'Redacted' : 'Pixel-only'} copy, made in this vault`,
        handlingMark: input.handlingMark ?? original.handlingMark,
      },
    });
    // The same marks make the same bytes: that copy is here already. One that was withdrawn is wanted again.
    if (exhibit.withdrawnAt !== null) restoreExhibit(command, { exhibitId: exhibit.id });
    if (redactionOfCopy(command.db, exhibit.id)) return exhibit;
    const redaction: Redaction = {
      exhibitId: exhibit.id,
      originalId: original.id,
      caseId: original.caseId,
      kind: input.kind,
      marks: [...marks],
      turns,
      engine: ENGINE,
      at: command.now(),
      by: command.actor,
    };
    insertRedaction(command.db, redaction);
    command.custody.record({
      action: 'exhibit-redacted',
      caseId: original.caseId,
      exhibitId: exhibit.id,
      subject: exhibitNumber(exhibit.number),
      sha256: exhibit.sha256,
      details: {
        original: exhibitNumber(original.number),
        kind: input.kind,
        places: String(marks.length),
        reasons: [...new Set(marks.map(mark => redactionReasonWords[mark.reason]))].join(', '),
      },
    });
    return exhibit;
  });
  await readWithAttachments(ctx, copy.id, { depth: 0 });
  ctx.announce('exhibit', 'redaction', 'custody', 'case');
  return { exhibitId: copy.id, exhibitNumber: copy.number };
};
