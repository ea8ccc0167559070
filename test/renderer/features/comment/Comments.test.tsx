// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CommentMark, Comments, CommentsButton } from '../../../../renderer/features/comment/index.ts';
import { useUndo } from '../../../../renderer/workbench/index.ts';
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

function Undo() {
  const { next, undo } = useUndo();
  return (
    <button type="button" onClick={() => void undo()}>
      Undo {next}
    </button>
  );
}

function show() {
  const subject = { kind: 'finding', id: core.findingId } as const;
  render(
    <Workbench route={{ place: 'findings', caseId: core.caseId }}>
      <Comments subject={subject} />
      <CommentMark subject={subject} />
      <CommentsButton subject={{ kind: 'claim', id: core.claimId }} name="claim 1" />
      <Undo />
    </Workbench>,
  );
}

const list = () => core.run('comment.list', { caseId: core.caseId });

async function say(text: string, dissent = false): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name: /^(Comment|Another comment)$/ }));
  const form = await screen.findByRole('form', { name: 'Comment' });
  fireEvent.change(within(form).getByLabelText('Comment'), { target: { value: text } });
  if (dissent) fireEvent.click(within(form).getByLabelText('On record as a dissent'));
  fireEvent.click(within(form).getByRole('button', { name: /Comment/ }));
  await screen.findByText(text);
}

test('a comment is written, counted, accepted with an answer, and each step can be undone', async () => {
  show();
  await say('어느 등기부를 말하는가? Which registry?', true);
  expect((await screen.findAllByText('1 comment, 1 open, 1 dissent')).length).toBe(1);
  expect(await axeFindings()).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Accept …' }));
  const form = await screen.findByRole('form', { name: 'Accept' });
  fireEvent.change(within(form).getByLabelText('Answer'), { target: { value: 'The one of EX-0001.' } });
  fireEvent.keyDown(within(form).getByLabelText('Answer'), { key: 'Enter', ctrlKey: true });
  expect(await screen.findByText('accepted')).toBeTruthy();
  // Settled, and still marked as what it is.
  expect(screen.getByText('Dissent')).toBeTruthy();
  expect(await screen.findByText('2 comments, none open, 1 dissent')).toBeTruthy();
  fireEvent.click(await screen.findByRole('button', { name: 'Undo accepting a comment' }));
  await waitFor(async () => expect((await list())[0]?.resolved).toBeNull());
  expect((await list()).map(({ text, withdrawnAt }) => [text, withdrawnAt === null])).toEqual([
    ['어느 등기부를 말하는가? Which registry?', true],
    ['The one of EX-0001.', false],
  ]);
  fireEvent.click(await screen.findByRole('button', { name: 'Undo a comment' }));
  expect((await screen.findAllByText(/taken back by its author/)).length).toBe(2);
});

test('rejecting asks for the reason, and a claim that changed since is shown then and now', async () => {
  const subject = { kind: 'claim', id: core.claimId } as const;
  await core.run('comment.write', { caseId: core.caseId, subject, text: 'Too strong.' });
  const [before] = await list();
  await core.run('finding.updateClaim', { claimId: core.claimId, text: '선박은 그날 그곳에 있었을 수 있다.' });
  render(
    <Workbench route={{ place: 'findings', caseId: core.caseId }}>
      <Comments subject={subject} />
    </Workbench>,
  );
  expect(await screen.findByText(/Its words have changed since/)).toBeTruthy();
  expect(screen.getByText(before?.quote ?? '')).toBeTruthy();
  expect(screen.getByText('선박은 그날 그곳에 있었을 수 있다.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Reject …' }));
  const form = await screen.findByRole('form', { name: 'Reject' });
  fireEvent.click(within(form).getByRole('button', { name: /Reject/ }));
  expect(await within(form).findByText(/^Say why it is rejected/)).toBeTruthy();
  expect(await axeFindings()).toEqual([]);
  fireEvent.change(within(form).getByLabelText('Reason'), { target: { value: 'The log says so.' } });
  fireEvent.click(within(form).getByRole('button', { name: /Reject/ }));
  expect(await screen.findByText('rejected')).toBeTruthy();
  expect((await list()).map(({ text, resolved }) => [text, resolved?.as])).toEqual([
    ['Too strong.', 'rejected'],
    ['The log says so.', undefined],
  ]);
});

test('an empty comment says what is missing, and Escape of the floating panel gives the focus back', async () => {
  show();
  const button = await screen.findByRole('button', { name: 'Comments on claim 1' });
  button.focus();
  fireEvent.click(button);
  const dialog = await screen.findByRole('dialog', { name: 'Comments on claim 1' });
  const form = await within(dialog).findByRole('form', { name: 'Comment' });
  fireEvent.click(within(form).getByRole('button', { name: /Comment/ }));
  expect(await within(form).findByText('Write what you have to say, or choose a verdict.')).toBeTruthy();
  expect(await axeFindings()).toEqual([]);
  fireEvent.change(within(form).getByLabelText('Verdict'), { target: { value: 'agrees' } });
  fireEvent.click(within(form).getByRole('button', { name: /Comment/ }));
  expect(await within(dialog).findByText(/Checked, and agrees/)).toBeTruthy();
  fireEvent.keyDown(dialog, { key: 'Escape' });
  expect(document.activeElement).toBe(button);
  expect(await screen.findByRole('button', { name: 'Comments on claim 1, 1 comment, 0 open' })).toBe(button);
});
