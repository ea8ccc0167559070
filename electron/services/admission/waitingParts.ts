/**
 * Parts of a container on their way to becoming exhibits. Their bytes are stored and their names kept in the transaction
 * that keeps the container's reading; their numbers are given in further ones, since an archive may hold a hundred thousand.
 */
import { type Exhibit, exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { ExtractedPartHeader } from '../../../shared/domain/extraction.ts';
import type { Sha256 } from '../../../shared/kernel/digest.ts';
import type { ExhibitId, JobId } from '../../../shared/kernel/ids.ts';
import type { ReadableDb, WritableDb } from '../../db/handles.ts';
import { adoptBlob, type StagedBlob } from '../../documents/documentStore.ts';
import type { JobContext } from '../../jobs/jobContext.ts';
import type { CommandContext } from '../context.ts';
import { admitDocument } from './admitDocument.ts';
import { findExhibit } from '../exhibit/index.ts';

export interface StagedPart {
  blob: StagedBlob;
  name: string;
  disposition: ExtractedPartHeader['disposition'];
}

interface WaitingPart {
  position: number;
  sha256: Sha256;
  name: string;
  disposition: ExtractedPartHeader['disposition'];
}

const partsPerStep = 200;

export function keepWaitingParts(
  ctx: CommandContext,
  parentId: ExhibitId,
  parts: readonly StagedPart[],
  jobId: JobId,
): void {
  const insert = ctx.db.prepare(`INSERT INTO waiting_part (parent_id, position, sha256, name, disposition, job_id)
    VALUES ($parentId, $position, $sha256, $name, $disposition, $jobId)`);
  // What an earlier run left waiting is in this reading again.
  ctx.db.prepare('DELETE FROM waiting_part WHERE parent_id = $parentId').run({ parentId });
  for (const [position, { blob, name, disposition }] of parts.entries()) {
    const { sha256 } = adoptBlob(ctx.db, blob, 'application/octet-stream', ctx.now());
    insert.run({ parentId, position, sha256, name, disposition, jobId });
  }
}

/** Numbers them in the order of the container. Answers the new exhibits, which are to be read next. */
export function admitWaitingParts(ctx: JobContext, parentId: ExhibitId): ExhibitId[] {
  const admitted: ExhibitId[] = [];
  for (;;) {
    ctx.signal.throwIfAborted();
    const parts = waitingParts(ctx.query().db, parentId);
    if (parts.length === 0) return admitted;
    ctx.write(command => {
      const parent = findExhibit(command.db, parentId);
      if (!parent) throw new Error('a part without its container');
      for (const part of parts) {
        const id = admitPart(command, parent, part, ctx.jobId);
        if (id) admitted.push(id);
        dropWaitingPart(command.db, parentId, part.position);
      }
    });
  }
}

/** Containers whose parts a crash or a cancelled job left without numbers. */
export function containersWithWaitingParts(db: ReadableDb, jobId: JobId): ExhibitId[] {
  return db
    .prepare('SELECT DISTINCT parent_id AS id FROM waiting_part WHERE job_id = $jobId')
    .all({ jobId })
    .map(row => row['id'] as ExhibitId);
}

function waitingParts(db: ReadableDb, parentId: ExhibitId): WaitingPart[] {
  return db
    .prepare(`SELECT position, sha256, name, disposition FROM waiting_part WHERE parent_id = $parentId
              ORDER BY position LIMIT $most`)
    .all({ parentId, most: partsPerStep }) as unknown as WaitingPart[];
}

function dropWaitingPart(db: WritableDb, parentId: ExhibitId, position: number): void {
  db.prepare('DELETE FROM waiting_part WHERE parent_id = $parentId AND position = $position').run({
    parentId,
    position,
  });
}

/** Null where these bytes are in the case already: the copy is linked. */
function admitPart(ctx: CommandContext, parent: Exhibit, part: WaitingPart, jobId: JobId): ExhibitId | null {
  const { exhibit, linked } = admitDocument(ctx, {
    caseId: parent.caseId,
    sha256: part.sha256,
    fileName: fileNameOf(part) || 'attachment',
    path: `${exhibitNumber(parent.number)}/${part.name}`,
    parentId: parent.id,
    jobId,
    // A part came the way its container came, until somebody says otherwise.
    defaults: {
      sourceId: parent.sourceId,
      obtainedHow: parent.obtainedHow,
      obtainedOn: parent.obtainedOn,
      obtainedBy: parent.obtainedBy,
      handlingMark: parent.handlingMark,
    },
  });
  return linked ? null : exhibit.id;
}

/** A member's folders stand in the path of its copy; its name is the last part. */
function fileNameOf({ name, disposition }: Pick<WaitingPart, 'name' | 'disposition'>): string {
  return disposition === 'member' ? (name.split('/').findLast(part => part !== '') ?? '') : name;
}
