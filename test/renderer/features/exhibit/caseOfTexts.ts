/** A case with a few small text documents in a real vault, for the views of exhibits, passages and search. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseId, ExhibitId } from '../../../../shared/kernel/ids.ts';
import { giveHeight } from '../../support/layout.ts';
import { openWindowCore, type WindowCore } from '../../support/openWindowCore.ts';

export interface CaseOfTexts extends WindowCore {
  caseId: CaseId;
  exhibitIds: ExhibitId[];
  folder: string;
}

export const texts: Record<string, string> = {
  'a-extract.txt': 'Exercise, invented. The tanker FABULA lay alongside SAEBYOK at noon. The tanker took on gas oil.',
  'b-기사.txt': '연습용 문서입니다. 유조선이 공해에서 환적하였다. The tanker left at night.',
  'c-note.txt': 'Exercise, invented. Nothing of interest was seen from the shore.',
};

export async function openCaseOfTexts(given: Record<string, string | Uint8Array> = texts): Promise<CaseOfTexts> {
  if (typeof HTMLElement !== 'undefined') giveHeight(480);
  const core = openWindowCore();
  await core.createVault();
  const { id: caseId } = await core.run('case.create', {
    reference: 'C-TEST-1',
    title: 'A test case (exercise)',
    workstream: 'maritime',
    handlingMark: 'TLP:GREEN',
    standard: 'un-panel',
    lead: 'Test Person',
    isExercise: true,
  });
  const folder = mkdtempSync(join(tmpdir(), 'probatum-texts-'));
  for (const [name, text] of Object.entries(given)) writeFileSync(join(folder, name), text);
  if (Object.keys(given).length > 0) {
    const { jobId } = await core.run('exhibit.admit', { caseId, from: [core.core.grants.grant(folder)] });
    await core.core.jobs.finished(jobId);
  }
  const { rows } = await core.run('exhibit.list', { caseId });
  return {
    ...core,
    caseId,
    folder,
    exhibitIds: rows.map(row => row.id),
    close: async () => {
      await core.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
