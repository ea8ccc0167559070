/** The evidence that was given last, as one drop: its job, the fields given to it as a whole, and what they were saved on. */
import type { AdmissionDefaults, ExhibitChange } from '../../../shared/domain/exhibit.ts';
import type { GrantedPath } from '../../../shared/contract/grantedPath.ts';
import type { CaseId, ExhibitId, JobId } from '../../../shared/kernel/ids.ts';
import { call } from '../../api/index.ts';
import { CaseMemory } from '../memory/index.ts';

export interface Drop {
  jobId: JobId;
  names: readonly string[];
  fields: AdmissionDefaults;
  /** What already has all the fields. It is left alone at the end: a person may have described one of them anew since. */
  settled: ReadonlySet<ExhibitId>;
  /** Shown in the inspector until it is put away. */
  open: boolean;
}

export const dropMemory = new CaseMemory<Drop | null>(null);

/** Starts the admission at once; its fields can be given while it runs. */
export async function admit(caseId: CaseId, from: GrantedPath[]): Promise<JobId> {
  const { jobId } = await call('exhibit.admit', { caseId, from });
  const names = from.map(one => one.name);
  dropMemory.change(caseId, () => ({ jobId, names, fields: {}, settled: new Set(), open: true }));
  return jobId;
}

/** Gives what a drop's admission refused once more, with the fields of the drop. */
export async function admitRefusedAgain(caseId: CaseId, former: JobId): Promise<void> {
  const { jobId } = await call('exhibit.retryRefused', { jobId: former });
  dropMemory.change(caseId, drop =>
    drop === null ? drop : { ...drop, jobId, settled: new Set<ExhibitId>(), open: true },
  );
}

/** Gives fields to all that has arrived; what arrives later gets them from `settleDrop`. */
export function giveToDrop(caseId: CaseId, fields: AdmissionDefaults): Promise<void> {
  return inTurn(async drop => {
    const all = await arrivedOf(caseId, drop.jobId);
    const late = all.filter(id => !drop.settled.has(id));
    await update(all, fields);
    await update(late, { ...drop.fields, ...fields });
    return { ...drop, fields: { ...drop.fields, ...fields }, settled: new Set(all) };
  }, caseId);
}

/** Gives the fields of the drop to what has arrived since they were last given. */
export function settleDrop(caseId: CaseId): Promise<void> {
  return inTurn(async drop => {
    if (Object.keys(drop.fields).length === 0) return drop;
    const all = await arrivedOf(caseId, drop.jobId);
    await update(
      all.filter(id => !drop.settled.has(id)),
      drop.fields,
    );
    return { ...drop, settled: new Set(all) };
  }, caseId);
}

let turn: Promise<unknown> = Promise.resolve();

/** One after the other, so that a field given while the drop is being settled is not lost. */
function inTurn(act: (drop: Drop) => Promise<Drop>, caseId: CaseId): Promise<void> {
  const done = turn.then(async () => {
    const drop = dropMemory.get(caseId);
    if (!drop) return;
    const after = await act(drop);
    // It may have been folded away meanwhile, or another drop have taken its place.
    dropMemory.change(caseId, now => (now?.jobId === after.jobId ? { ...after, open: now.open } : now));
  });
  turn = done.catch(() => undefined);
  return done;
}

const ROWS_AT_ONCE = 1000;
const EXHIBITS_AT_ONCE = 500;

/** What the job admitted, with attachments. Copies of exhibits that were there before keep the fields they have. */
export async function arrivedOf(caseId: CaseId, jobId: JobId): Promise<ExhibitId[]> {
  const ids: ExhibitId[] = [];
  let lowest = Number.POSITIVE_INFINITY;
  for (let offset = 0; ; offset += ROWS_AT_ONCE) {
    const { rows } = await call('exhibit.admissions', { jobId, limit: ROWS_AT_ONCE, offset });
    for (const { outcome, exhibitId, number } of rows) {
      if (outcome !== 'admitted' || exhibitId === null) continue;
      ids.push(exhibitId);
      lowest = Math.min(lowest, number ?? lowest);
    }
    if (rows.length < ROWS_AT_ONCE) break;
  }
  return ids.length === 0 ? [] : [...ids, ...(await attachmentsOf(caseId, ids, lowest))];
}

/** Attachments have higher numbers than what they came with, so only the newest part of the list is read. */
async function attachmentsOf(caseId: CaseId, parents: readonly ExhibitId[], lowest: number): Promise<ExhibitId[]> {
  const children: { id: ExhibitId; parentId: ExhibitId }[] = [];
  for (let offset = 0; ; offset += EXHIBITS_AT_ONCE) {
    const { rows } = await call('exhibit.list', {
      caseId,
      sort: 'number',
      descending: true,
      offset,
      limit: EXHIBITS_AT_ONCE,
    });
    for (const { id, parentId, number } of rows)
      if (parentId !== null && number > lowest) children.push({ id, parentId });
    if (rows.length < EXHIBITS_AT_ONCE || (rows.at(-1)?.number ?? 0) <= lowest) break;
  }
  const family = new Set(parents);
  const found: ExhibitId[] = [];
  // Oldest first: an attachment's own attachments come after it.
  for (const { id, parentId } of children.reverse()) {
    if (!family.has(parentId) || family.has(id)) continue;
    family.add(id);
    found.push(id);
  }
  return found;
}

async function update(exhibitIds: ExhibitId[], change: ExhibitChange): Promise<void> {
  if (exhibitIds.length > 0 && Object.keys(change).length > 0) await call('exhibit.update', { exhibitIds, change });
}

export interface AdmissionCounts {
  admitted: number;
  linked: number;
  refused: number;
}

/** `212 admitted, 3 refused, 4 linked`; what did not happen is not mentioned. */
export function admissionSentence({ admitted, linked, refused }: AdmissionCounts): string {
  const parts = [`${admitted.toLocaleString('en-US')} admitted`];
  if (refused > 0) parts.push(`${refused.toLocaleString('en-US')} refused`);
  if (linked > 0) parts.push(`${linked.toLocaleString('en-US')} linked`);
  return parts.join(', ');
}
