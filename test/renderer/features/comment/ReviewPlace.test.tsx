// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { place } from '../../../../renderer/features/comment/index.ts';
import { place as exchange } from '../../../../renderer/features/exchange/index.ts';
import { useRoute } from '../../../../renderer/workbench/index.ts';
import { type ReviewedBundle, writeReview } from '../../../../shared/domain/review.ts';
import { exerciseRemark, exerciseReview } from '../../../support/exerciseReview.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { axeFindings } from '../../support/axeCheck.ts';
import { Workbench } from '../../support/Workbench.tsx';
import { type FindingCase, openFindingCase } from '../finding/findingCase.ts';

let core: FindingCase;
beforeEach(async () => {
  core = await openFindingCase();
});
afterEach(async () => {
  cleanup();
  await core.close();
});

function Where() {
  return <output>{JSON.stringify(useRoute())}</output>;
}

function show(View: typeof place.view, at: 'review' | 'exchange', part?: string) {
  render(
    <Workbench route={{ place: at, caseId: core.caseId, ...(part ? { part } : {}) }}>
      <View />
      <Where />
    </Workbench>,
  );
}

const threadRows = async () => within(await screen.findByRole('listbox', { name: 'Threads' })).findAllByRole('option');

const bundle: ReviewedBundle = {
  externalIdentifier: 'C-2026-7',
  title: 'Transfers at sea (exercise)',
  exportedAt: '2026-11-24T10:00:00.000Z' as never,
  caseSha256: 'a'.repeat(64) as never,
  custodyHead: 'b'.repeat(64),
};

function reviewFile(): string {
  const path = join(core.folder, 'review-C-2026-7.json');
  const remarks = [
    exerciseRemark(
      {
        subject: { kind: 'claim', id: core.claimId, pageIndex: null },
        subjectName: 'F-1, claim 1',
        text: '그 문장은 그렇게 말하지 않는다.',
        verdict: 'words-do-not-say-this',
        isDissent: true,
      },
      bundle,
    ),
    exerciseRemark({ subjectName: 'EX-0099, p. 4', quote: 'words that went', text: 'Gone since?' }, bundle),
  ];
  writeFileSync(path, writeReview(exerciseReview(remarks, bundle)));
  return path;
}

test('an empty case says what belongs here, and leads to where a review is received', async () => {
  show(place.view, 'review');
  expect(await screen.findByText('Nothing was said yet')).toBeTruthy();
  expect(await axeFindings()).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Receive a review …' }));
  expect(JSON.parse(screen.getByRole('status').textContent ?? '')).toMatchObject({ place: 'exchange', part: 'review' });
  cleanup();
  show(exchange.view, 'exchange', 'review');
  expect(screen.getByRole('tab', { name: 'Receive a review' }).getAttribute('aria-selected')).toBe('true');
  expect(document.activeElement?.textContent).toBe('Choose a review file …');
});

test('threads are listed, filtered, read, and lead to the thing', async () => {
  await core.run('comment.receiveReview', { caseId: core.caseId, from: core.core.grants.grant(reviewFile()) });
  const said = await core.run('comment.write', {
    caseId: core.caseId,
    subject: { kind: 'finding', id: core.findingId },
    text: 'Settled matter.',
  });
  await core.run('comment.resolve', { commentId: said.id, as: 'accepted' });
  show(place.view, 'review');
  const rows = async () => (await threadRows()).map(row => row.textContent);
  expect(await rows()).toHaveLength(2);
  fireEvent.click(screen.getByRole('radio', { name: 'Dissent' }));
  expect((await rows()).join()).toMatch(/F-1, claim.*dissent.*그 문장은 그렇게 말하지 않는다/);
  fireEvent.click(screen.getByRole('radio', { name: 'All' }));
  expect(await rows()).toHaveLength(3);
  fireEvent.change(screen.getByLabelText('By whom'), { target: { value: 'Test Person' } });
  expect((await rows()).join()).toContain('Settled matter.');
  fireEvent.change(screen.getByLabelText('By whom'), { target: { value: '' } });
  fireEvent.change(screen.getByLabelText('Filter threads'), { target: { value: '문장은' } });
  const [row] = await threadRows();
  if (row) fireEvent.click(row);
  expect(await screen.findByRole('article', { name: 'Thread of R. Reviewer (Example Institute)' })).toBeTruthy();
  expect(await axeFindings()).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Go to it' }));
  expect(JSON.parse(screen.getByRole('status').textContent ?? '{}')).toMatchObject({
    place: 'findings',
    findingId: core.findingId,
    claimId: core.claimId,
  });
});

test('a thread about what is not here shows the words it spoke of', async () => {
  await core.run('comment.receiveReview', { caseId: core.caseId, from: core.core.grants.grant(reviewFile()) });
  show(place.view, 'review');
  fireEvent.change(await screen.findByLabelText('Filter threads'), { target: { value: 'Gone' } });
  const [row] = await threadRows();
  if (row) fireEvent.click(row);
  expect(await screen.findByText('words that went')).toBeTruthy();
  expect(screen.getByText(/is not in this vault/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Go to it' })).toBeNull();
});

test('a review file is shown, then taken in; the same again says that nothing changes; another is refused', async () => {
  const given: string[] = [reviewFile(), reviewFile(), join(core.folder, 'report.txt')];
  Object.assign(window, {
    probatum: { desktop: async () => core.core.grants.grant(given.shift() ?? '', 'read') },
  });
  show(exchange.view, 'exchange');
  fireEvent.click(await screen.findByRole('tab', { name: 'Receive a review' }));
  const choose = () => fireEvent.click(screen.getByRole('button', { name: 'Choose a review file …' }));
  choose();
  expect(await screen.findByText(/2 remarks, 1 dissent: 2 new here, .*1 on what is not in this vault/)).toBeTruthy();
  expect(screen.getByText(/is not on record in this vault/)).toBeTruthy();
  expect(await axeFindings()).toEqual([]);
  expect(await core.run('comment.list', { caseId: core.caseId })).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Take in these remarks' }));
  expect(await screen.findByText(/2 remarks taken in/)).toBeTruthy();
  expect(await screen.findByRole('table', { name: 'Review files received' })).toBeTruthy();
  choose();
  expect(await screen.findByText(/This very file was received before/)).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Take in these remarks' }).disabled).toBe(true);
  choose();
  expect(await screen.findByText(/report.txt is not a review file/)).toBeTruthy();
  expect(await core.run('comment.list', { caseId: core.caseId })).toHaveLength(2);
});
