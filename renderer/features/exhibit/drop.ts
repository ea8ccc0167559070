/** The evidence that was given last, as one drop: its job, the fields given to it as a whole, and what they were saved on. */
import type { AdmissionDefaults, ExhibitChange } from '../../../shared/domain/exhibit.ts';
import type { GrantedPath } from '../../../shared/contract/grantedPath.ts';
import type { CaseId, ExhibitId, JobId } from '../../../shared/kernel/ids.ts';
import { call } from '../../api/index.ts';
import { CaseMemory } from './caseMemory.ts';

export interface Drop {
  jobId: JobId;
  names: readonly string[];
  fields: AdmissionDefaults;
  /** How many rows of the admission already have all the fields. */
  settledRows: number;
  /** Shown in the inspector until it is put away. */
  open: boolean;
}

export const dropMemory = new CaseMemory<Drop | null>(null);

/** Starts the admission at once; its fields can be given while it runs. */
export async function admit(caseId: CaseId, from: GrantedPath[]): Promise<JobId> {
  const { jobId } = await call('exhibit.admit', { caseId, from });
  dropMemory.change(caseId, () => ({ jobId, names: from.map(one => one.name), fields: {}, settledRows: 0, open: true }));
  return jobId;
}

const ROWS_AT_ONCE = 1000;

/** What the job admitted from a row on. Copies of exhibits that were there before keep the fields they have. */
export async function admittedFrom(jobId: JobId, row: number): Promise<{ ids: ExhibitId[]; rows: number }> {
  const ids: ExhibitId[] = [];
  let offset = row;
  for (;;) {
    const { rows, total } = await call('exhibit.admissions', { jobId, limit: ROWS_AT_ONCE, offset });
    for (const one of rows) if (one.outcome === 'admitted' && one.exhibitId) ids.push(one.exhibitId);
    offset += rows.length;
    if (rows.length === 0 || offset >= total) return { ids, rows: offset };
  }
}

/** Gives one more field to all that has arrived; what arrives later gets it from `settleDrop`. */
export async function giveToDrop(caseId: CaseId, fields: AdmissionDefaults): Promise<ExhibitId[]> {
  const drop = dropMemory.get(caseId);
  if (!drop) return [];
  await settleDrop(caseId);
  dropMemory.change(caseId, now => now && { ...now, fields: { ...now.fields, ...fields } });
  const { ids } = await admittedFrom(drop.jobId, 0);
  const settled = dropMemory.get(caseId)?.settledRows ?? 0;
  // Rows that came between the two reads get every field, so that none is left with only the newest.
  const { ids: late, rows } = await admittedFrom(drop.jobId, settled);
  await update(ids, fields);
  await update(late, dropMemory.get(caseId)?.fields ?? fields);
  dropMemory.change(caseId, now => now && { ...now, settledRows: rows });
  return [...new Set([...ids, ...late])];
}

/** Gives the fields of the drop to what has arrived since they were last given. */
export async function settleDrop(caseId: CaseId): Promise<void> {
  const drop = dropMemory.get(caseId);
  if (!drop || Object.keys(drop.fields).length === 0) return;
  const { ids, rows } = await admittedFrom(drop.jobId, drop.settledRows);
  await update(ids, drop.fields);
  dropMemory.change(caseId, now => now && { ...now, settledRows: rows });
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
