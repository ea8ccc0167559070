/** Comments in a real vault: what is said stays said, a dissent stays in view, and each step has its custody event. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CommentRow } from '../../../shared/contract/comment.ts';
import type { ClaimId, ExhibitId, FindingId, PassageId } from '../../../shared/kernel/ids.ts';
import { openTestCase, type TestCase } from '../../support/openTestCore.ts';

const WORDS = '석탄 5,000톤을 환적하였다';
let vault: TestCase;
let exhibitId: ExhibitId;
let passageId: PassageId;
let findingId: FindingId;
let claimId: ClaimId;
beforeEach(async () => {
  vault = await openTestCase();
  [exhibitId] = (await vault.admit(vault.write('a.txt', `보고서. ${WORDS}. 끝.`))) as [ExhibitId];
  passageId = (
    await vault.run('passage.mark', {
      exhibitId,
      selection: { kind: 'words', pageIndex: 0, quote: { exact: WORDS, prefix: '', suffix: '' }, rects: [] },
    })
  ).id;
  findingId = (await vault.run('finding.create', { caseId: vault.caseId, title: 'Coal was transferred' })).id;
  claimId = (await vault.run('finding.addClaim', { findingId, text: 'It took on 5,000 tons.' })).claimId;
});
afterEach(() => vault.close());

const vaultId = () => {
  const status = vault.core.session.status();
  return status.state === 'open' ? status.vaultId : null;
};
const onFinding = () => ({ kind: 'finding', id: findingId }) as const;
const say = (text: string, given: Partial<Parameters<typeof writeInput>[0]> = {}) =>
  vault.run('comment.write', writeInput({ text, ...given }));
const writeInput = (given: {
  text: string;
  subject?: {
    kind: CommentRow['subject']['kind'];
    id: string;
    pageIndex?: number;
  };
  parentId?: CommentRow['id'];
  verdict?: CommentRow['verdict'];
  isDissent?: boolean;
}) => ({ caseId: vault.caseId, subject: onFinding(), ...given });
const list = () => vault.run('comment.list', { caseId: vault.caseId });
const refusal = async (step: Promise<unknown>): Promise<string> =>
  step.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );
const actions = async () =>
  (await vault.run('custody.list', { caseId: vault.caseId, beforeSeq: null, limit: 50 })).events
    .filter(event => event.action.startsWith('comment-'))
    .map(({ action, subject }) => [action, subject])
    .reverse();

test('a comment names what it speaks of, by whom and when, with its words as they stood', async () => {
  const comment = await say('The tonnage is nowhere in the document.', {
    subject: { kind: 'passage', id: passageId },
    verdict: 'words-do-not-say-this',
    isDissent: true,
  });
  expect(await list()).toEqual([
    {
      ...comment,
      subject: { kind: 'passage', id: passageId, pageIndex: null },
      subjectName: 'EX-0001, page 1',
      quote: WORDS,
      author: { name: 'Test Person', team: '' },
      origin: { kind: 'vault', vaultId: vaultId() },
      parentId: null,
      resolved: null,
      withdrawnAt: null,
      isMine: true,
      now: {
        standing: 'as-it-was',
        name: 'EX-0001, page 1',
        words: '',
        exhibitId,
        passageId,
        findingId: null,
        claimId: null,
        entityId: null,
      },
    },
  ]);
  expect(await actions()).toEqual([['comment-written', comment.id]]);
});

test('each kind of thing can be spoken of, and what is not of this case cannot', async () => {
  const citation = await vault.run('citation.cite', { claimId, passageId, bearing: 'supports' });
  const entity = await vault.run('entity.create', {
    caseId: vault.caseId,
    schema: 'Vessel',
    statements: [{ property: 'name', value: 'HANEUL 7' }],
  });
  const subjects = [
    { kind: 'case', id: vault.caseId },
    { kind: 'claim', id: claimId },
    { kind: 'citation', id: citation.id },
    { kind: 'exhibit', id: exhibitId, pageIndex: 0 },
    { kind: 'entity', id: entity.entityId },
  ] as const;
  for (const subject of subjects) await say('Seen.', { subject });
  expect((await list()).map(({ now }) => now.name)).toEqual([
    'C-TEST-1 A test case (exercise)',
    'F-1, claim',
    'F-1, citation of EX-0001, page 1',
    'EX-0001, page 1',
    'HANEUL 7',
  ]);
  const other = await vault.run('case.create', {
    reference: 'C-2',
    title: 'Another (exercise)',
    workstream: 'cyber',
    handlingMark: 'TLP:GREEN',
    standard: 'un-panel',
    lead: '',
    isExercise: true,
  });
  for (const subject of subjects)
    expect(await refusal(vault.run('comment.write', { caseId: other.id, subject, text: 'Not here.' }))).toBe(
      'not-found',
    );
});

test('a thread is settled with an answer that stays, opened again, and settled anew', async () => {
  const first = await say('Which registry?');
  const reply = await say('The same question here.', { parentId: first.id });
  await vault.run('comment.resolve', { commentId: reply.id, as: 'accepted', answer: 'The one of EX-0001.' });
  const [, , answer] = await list();
  expect(answer).toMatchObject({ text: 'The one of EX-0001.', parentId: first.id });
  expect((await list())[0]?.resolved).toMatchObject({ as: 'accepted', by: 'Test Person', answerId: answer?.id });
  expect(await vault.run('comment.counts', { caseId: vault.caseId })).toEqual([
    { ...onFinding(), findingId, open: 0, total: 3, dissents: 0 },
  ]);
  await vault.run('comment.reopen', { commentId: first.id });
  expect((await list()).map(({ resolved, withdrawnAt }) => [resolved, withdrawnAt])).toEqual([
    [null, null],
    [null, null],
    [null, null],
  ]);
  await vault.run('comment.resolve', { commentId: first.id, as: 'accepted' });
  // Undoing a step takes its answer along.
  await vault.run('comment.resolve', { commentId: first.id, as: 'rejected', answer: 'Wrong answer' });
  await vault.run('comment.reopen', { commentId: first.id, takeBackAnswer: true });
  expect((await list()).filter(({ withdrawnAt }) => withdrawnAt !== null).map(({ text }) => text)).toEqual([
    'Wrong answer',
  ]);
  expect((await actions()).map(([action]) => action)).toEqual([
    'comment-written',
    'comment-written',
    'comment-written',
    'comment-resolved',
    'comment-reopened',
    'comment-resolved',
    'comment-written',
    'comment-resolved',
    'comment-reopened',
    'comment-withdrawn',
  ]);
});

test('a dissent stays counted when its thread is settled, and words are never changed or deleted', async () => {
  const dissent = await say('The source is one voice, not two.', { verdict: 'disagrees', isDissent: true });
  await vault.run('comment.resolve', { commentId: dissent.id, as: 'rejected', answer: 'Noted; we hold to it.' });
  expect(await vault.run('comment.counts', { caseId: vault.caseId })).toEqual([
    { ...onFinding(), findingId, open: 0, total: 2, dissents: 1 },
  ]);
  const write = (sql: string) => () => vault.core.session.write(({ db }) => db.prepare(sql).run());
  expect(write(`UPDATE comment SET text = 'I agree'`)).toThrow('frozen');
  expect(write('UPDATE comment SET is_dissent = 0')).toThrow('frozen');
  expect(write('DELETE FROM comment')).toThrow('never deleted');
});

test('one takes back and restores only what was said in this vault, also where another person has the same name', async () => {
  const mine = await say('I was wrong.');
  await vault.run('comment.withdraw', { commentId: mine.id });
  expect((await list())[0]?.withdrawnAt).not.toBeNull();
  await vault.run('comment.restore', { commentId: mine.id });
  expect((await list())[0]?.withdrawnAt).toBeNull();
  const theirs = await say('By another.', { isDissent: true });
  vault.core.session.write(({ db }) =>
    db
      .prepare(`INSERT INTO comment SELECT 'com-01900000-0000-7000-8000-000000000001', case_id, subject_kind, subject_id, page_index, subject_name, quote,
      NULL, text, verdict, is_dissent, author_name, 'Team B', 'vlt-01900000-0000-7000-8000-000000000001', NULL, written_at, NULL, NULL, NULL, NULL, NULL
      FROM comment WHERE id = $id`)
      .run({ id: theirs.id }),
  );
  const other = (await list()).find(({ author }) => author.team === 'Team B');
  expect(other?.isMine).toBe(false);
  expect(await refusal(vault.run('comment.withdraw', { commentId: other?.id ?? mine.id }))).toBe('comment-of-another');
});

test('a comment that says nothing is refused with what is missing', async () => {
  for (const given of [{ text: ' ' }, { text: '', verdict: 'disagrees' }, { text: '', isDissent: true }] as const)
    expect(await refusal(say(given.text, given))).toBe('comment-empty');
  expect(await refusal(say('', { verdict: 'agrees' }))).toBe('done');
});

test('rejecting needs a reason, accepting none; a thread opened again by mistake is settled again with the answer it had', async () => {
  const first = await say('The tonnage is wrong.');
  expect(await refusal(vault.run('comment.resolve', { commentId: first.id, as: 'rejected', answer: ' ' }))).toBe(
    'comment-empty',
  );
  await vault.run('comment.resolve', { commentId: first.id, as: 'rejected', answer: 'It is as printed.' });
  const settled = (await list())[0]?.resolved;
  await vault.run('comment.reopen', { commentId: first.id });
  const answerId = settled?.answerId ?? null;
  await vault.run('comment.resolve', { commentId: first.id, as: 'rejected', answerId });
  const after = await list();
  expect(after.map(({ text }) => text)).toEqual(['The tonnage is wrong.', 'It is as printed.']);
  expect(after[0]?.resolved).toMatchObject({ as: 'rejected', answerId });
});

test('what was spoken of tells when its words changed since, and when it was withdrawn', async () => {
  const citation = await vault.run('citation.cite', { claimId, passageId, bearing: 'supports' });
  await say('Too strong.', { subject: { kind: 'claim', id: claimId } });
  await say('Not these words.', { subject: { kind: 'citation', id: citation.id } });
  const standings = async () => (await list()).map(({ now }) => [now.standing, now.words]);
  expect(await standings()).toEqual([
    ['as-it-was', ''],
    ['as-it-was', ''],
  ]);
  await vault.run('finding.updateClaim', { claimId, text: 'It may have taken on 5,000 tons.' });
  await vault.run('citation.withdraw', { citationId: citation.id });
  expect(await standings()).toEqual([
    ['changed', 'It may have taken on 5,000 tons.'],
    ['withdrawn', ''],
  ]);
  await vault.run('finding.updateClaim', { claimId, text: ' It took on  5,000 tons.' });
  expect((await standings())[0]).toEqual(['as-it-was', '']);
});

test('what was said of something stated of an entity stands at the entity, and counts there', async () => {
  const { caseId } = vault;
  const { entityId } = await vault.run('entity.create', {
    caseId,
    schema: 'Vessel',
    statements: [{ property: 'name', value: 'HANEUL 7' }],
  });
  const statementId = vault.core.session
    .queryContext()
    .db.prepare('SELECT id FROM statement WHERE entity_id = $entityId')
    .get({ entityId })?.['id'];
  await say('Seen.', { subject: { kind: 'entity', id: entityId } });
  await say('Which register?', { subject: { kind: 'statement', id: String(statementId) } });
  const at = await vault.run('comment.list', { caseId, subject: { kind: 'entity', id: entityId } });
  expect(at.map(({ text, now }) => [text, now.name])).toEqual([
    ['Seen.', 'HANEUL 7'],
    ['Which register?', 'HANEUL 7, name: HANEUL 7'],
  ]);
  expect(await vault.run('comment.counts', { caseId })).toEqual([
    { kind: 'entity', id: entityId, findingId: null, open: 2, total: 2, dissents: 0 },
  ]);
});

test('once there are keys a comment is by their name and team', async () => {
  await vault.run('identity.make', { name: 'Ana Example', team: 'Maritime desk' });
  expect((await say('Seen.')).author).toEqual({ name: 'Ana Example', team: 'Maritime desk' });
});

test('the check of the vault finds a comment whose words were changed behind its back, and one that nobody wrote', async () => {
  const { id } = await say('I hold the opposite.', { isDissent: true });
  expect(await vault.run('vault.verify', {})).toMatchObject({ ok: true });
  vault.core.session.write(({ db }) => {
    db.prepare('DROP TRIGGER comment_is_frozen').run();
    db.prepare(`UPDATE comment SET text = 'I agree.' WHERE id = $id`).run({ id });
  });
  expect(JSON.stringify(await vault.run('vault.verify', {}))).toContain(
    `the words of comment ${id} on F-1 Coal was transferred are not those that were written`,
  );
  vault.core.session.write(({ db }) => {
    db.prepare(`UPDATE comment SET id = 'com-01900000-0000-7000-8000-000000000001' WHERE id = $id`).run({ id });
  });
  expect(JSON.stringify(await vault.run('vault.verify', {}))).toContain('does not stand in the custody log');
});
