/** A case with one finding: two claims, one cited for and against, named and unasked; from the exercise texts. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Bearing, Citation } from '../../../../shared/domain/citation.ts';
import type { CaseId, ClaimId, ExhibitId, FindingId, SourceId } from '../../../../shared/kernel/ids.ts';
import { JobId } from '../../../../shared/kernel/ids.ts';
import { giveHeight } from '../../support/layout.ts';
import { openWindowCore, type WindowCore } from '../../support/openWindowCore.ts';

export interface FindingCase extends WindowCore {
  folder: string;
  caseId: CaseId;
  findingId: FindingId;
  claimId: ClaimId;
  exhibitIds: ExhibitId[];
  sourceId: SourceId;
  cite(exhibit: 0 | 1, words: string, bearing: Bearing, claimId?: ClaimId): Promise<Citation>;
}

const texts = {
  'report.txt': 'EXERCISE. At 02:14 UTC two vessels lay alongside each other.\n공해상에서 환적이 이루어졌다.\n',
  'letter.txt': 'EXERCISE. The tanker was at anchor all night and met nobody.\n',
};

export async function openFindingCase(): Promise<FindingCase> {
  giveHeight(600);
  const window = openWindowCore();
  const { run } = window;
  await window.createVault();
  const folder = join(dirname(window.vaultPath), 'evidence');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
  const { id: caseId } = await run('case.create', {
    reference: 'C-2026-7',
    title: 'Transfers at sea (exercise)',
    workstream: 'maritime',
    handlingMark: 'TLP:GREEN',
    standard: 'un-panel',
    lead: 'Test Person',
    isExercise: true,
  });
  const source = await run('source.create', {
    name: 'Harbour office',
    kind: 'registry',
    reliability: 'B',
    originIds: [],
    confidential: false,
    codeName: null,
    note: '',
  });
  const started = await run('exhibit.admit', {
    caseId,
    from: Object.keys(texts).map(name => window.core.grants.grant(join(folder, name))),
    defaults: { sourceId: source.id },
  });
  await window.core.jobs.finished(JobId.parse(started.jobId));
  const { rows } = await run('exhibit.list', { caseId });
  const exhibitIds = ['report.txt', 'letter.txt']
    .map(name => rows.find(row => row.fileName === name)?.id)
    .filter(id => id !== undefined);
  const finding = await run('finding.create', { caseId, title: 'The tanker met a vessel at sea' });
  const { claimId } = await run('finding.addClaim', {
    findingId: finding.id,
    text: 'Two vessels lay alongside each other',
  });
  const cite = async (exhibit: 0 | 1, words: string, bearing: Bearing, to = claimId) => {
    const exhibitId = exhibitIds[exhibit];
    if (!exhibitId) throw new Error('an exhibit was not admitted');
    const passage = await run('passage.mark', {
      exhibitId,
      selection: { kind: 'words', pageIndex: 0, quote: { exact: words, prefix: '', suffix: '' }, rects: [] },
    });
    return run('citation.cite', { claimId: to, passageId: passage.id, bearing, credibility: 2 });
  };
  return { ...window, folder, caseId, findingId: finding.id, claimId, exhibitIds, sourceId: source.id, cite };
}
