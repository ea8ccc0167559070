/** Cases stay apart: what one case rests on is its own. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaseId, ClaimId, ExhibitId, FindingId, PassageId } from '../../../shared/kernel/ids.ts';
import { openTestCase, type TestCase } from '../../support/openTestCore.ts';

let vault: TestCase;
let ours: { exhibitId: ExhibitId; passageId: PassageId; findingId: FindingId; claimId: ClaimId };
let otherId: CaseId;
let theirs: { findingId: FindingId; claimId: ClaimId };
beforeAll(async () => {
  vault = await openTestCase();
  const { run, caseId } = vault;
  const [exhibitId] = await vault.admit(vault.write('a.txt', 'The vessel was seen at sea.'));
  if (!exhibitId) throw new Error('nothing was admitted');
  const passage = await run('passage.mark', {
    exhibitId,
    selection: { kind: 'words', pageIndex: 0, quote: { exact: 'vessel', prefix: '', suffix: '' }, rects: [] },
  });
  const finding = async (of: CaseId) => {
    const { id: findingId } = await run('finding.create', { caseId: of, title: 'A finding' });
    return { findingId, ...(await run('finding.addClaim', { findingId, text: 'It was there.' })) };
  };
  ours = { exhibitId, passageId: passage.id, ...(await finding(caseId)) };
  otherId = (
    await run('case.create', {
      reference: 'C-2',
      title: 'Another (exercise)',
      workstream: 'cyber',
      handlingMark: 'TLP:RED',
      standard: 'un-panel',
      lead: '',
      isExercise: true,
    })
  ).id;
  theirs = await finding(otherId);
});
afterAll(() => vault.close());

const request = {
  addressee: 'A company',
  substance: '',
  state: 'draft' as const,
  sentOn: null,
  dueOn: null,
  answeredOn: null,
  note: '',
};

test('a passage of one case is not cited in another', async () => {
  await expect(
    vault.run('citation.cite', { claimId: theirs.claimId, passageId: ours.passageId, bearing: 'supports' }),
  ).rejects.toMatchObject({ code: 'other-case' });
  await expect(
    vault.run('citation.cite', { claimId: ours.claimId, passageId: ours.passageId, bearing: 'supports' }),
  ).resolves.toBeTruthy();
});

test('a chip pasted from another case, or made up, is not taken into a narrative', async () => {
  const { id: citationId } = await vault.run('citation.cite', {
    claimId: ours.claimId,
    passageId: ours.passageId,
    bearing: 'context',
  });
  const narrative = [{ type: 'paragraph' as const, runs: [{ type: 'citation' as const, citationId }] }];
  await expect(vault.run('finding.update', { findingId: theirs.findingId, narrative })).rejects.toMatchObject({
    code: 'other-case',
  });
  await expect(vault.run('finding.update', { findingId: ours.findingId, narrative })).resolves.toBeTruthy();
});

test('a request names a finding and a reply of its own case', async () => {
  await expect(
    vault.run('request.create', { ...request, caseId: otherId, findingId: null, replyExhibitId: ours.exhibitId }),
  ).rejects.toMatchObject({ code: 'other-case' });
  await expect(
    vault.run('request.create', { ...request, caseId: otherId, findingId: ours.findingId, replyExhibitId: null }),
  ).rejects.toMatchObject({ code: 'other-case' });
  const { id: requestId } = await vault.run('request.create', {
    ...request,
    caseId: otherId,
    findingId: theirs.findingId,
    replyExhibitId: null,
  });
  await expect(
    vault.run('request.update', { requestId, change: { replyExhibitId: ours.exhibitId } }),
  ).rejects.toMatchObject({ code: 'other-case' });
  await expect(
    vault.run('request.update', { requestId, change: { addressee: undefined, note: 'Sent by courier.' } }),
  ).resolves.toMatchObject({ addressee: 'A company', note: 'Sent by courier.' });
});

test('reports and readings take what is of their case only', async () => {
  await expect(vault.run('report.preview', { caseId: otherId, findingIds: [ours.findingId] })).rejects.toMatchObject({
    code: 'other-case',
  });
  await expect(vault.run('bundle.preFlight', { caseId: otherId, findingIds: [ours.findingId] })).rejects.toMatchObject({
    code: 'other-case',
  });
  await expect(vault.run('exhibit.extract', { caseId: otherId, exhibitIds: [ours.exhibitId] })).rejects.toMatchObject({
    code: 'other-case',
  });
});
