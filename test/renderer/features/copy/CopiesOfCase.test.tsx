// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CallFailed, setLink } from '../../../../renderer/api/index.ts';
import { CopiesOfCase, plainCopiesView } from '../../../../renderer/features/copy/index.ts';
import { useUndo } from '../../../../renderer/workbench/index.ts';
import type { ExhibitId } from '../../../../shared/kernel/ids.ts';
import { axeFindings } from '../../support/axeCheck.ts';
import { Workbench } from '../../support/Workbench.tsx';
import { type CaseOfTexts, openCaseOfTexts } from '../exhibit/caseOfTexts.ts';

const words = (seed: number) => Array.from({ length: 300 }, (_, at) => `w${((at + 7) * 2654435761 * seed) % 99_991}`);
const letter = (seed: number, day: number) => `The hulls met on ${day} March. ${words(seed).join(' ')}`;
const evidence = {
  'a.txt': letter(1, 12),
  'b.txt': letter(1, 13),
  'c.txt': letter(1, 14),
  'd.txt': letter(5, 1),
  'e.txt': letter(5, 2),
  'f.txt': 'Like no other.',
};

let core: CaseOfTexts;
afterEach(async () => {
  cleanup();
  await core.close();
});

function Copies({ onExhibit }: { onExhibit?(id: ExhibitId): void }) {
  const [view, setView] = useState(plainCopiesView);
  const undo = useUndo();
  return (
    <>
      <CopiesOfCase view={view} onView={setView} onExhibit={onExhibit} />
      <button type="button" onClick={() => void undo.undo()}>
        Undo {undo.next}
      </button>
    </>
  );
}

const show = (onExhibit?: (id: ExhibitId) => void) =>
  render(
    <Workbench route={{ place: 'exhibits', caseId: core.caseId }}>
      <Copies onExhibit={onExhibit} />
    </Workbench>,
  );

const list = () => screen.findByRole('grid', { name: 'Near copies of the case' });
const numbers = async () => [...(await list()).querySelectorAll('.copy-number')].map(one => one.textContent).toSorted();
const verdicts = async () => {
  const [first] = core.exhibitIds as [ExhibitId];
  const { rows } = await core.run('copy.listForExhibit', { exhibitId: first });
  return rows.map(row => [row.number, row.verdict?.verdict ?? null]).toSorted();
};

test('an exhibit that is like no other is in no group, and a case of such exhibits says so', async () => {
  core = await openCaseOfTexts({ 'f.txt': 'Like no other.' });
  show();
  expect(await screen.findByText('No near copies')).toBeTruthy();
  expect(screen.queryByRole('grid')).toBeNull();
});

test('what could not be read is told, and read again', async () => {
  core = await openCaseOfTexts({ 'f.txt': 'Like no other.' });
  const answer = async (operation: string, input: unknown) => {
    const got = await core.core.dispatcher.answer(operation, input);
    if (got.ok) return got.value;
    throw new CallFailed(got.error);
  };
  let broken = true;
  setLink({
    send: (operation, input) =>
      broken && operation === 'copy.listForCase'
        ? Promise.reject(new CallFailed({ code: 'bug', sentence: 'It broke.', reference: 'R-1' }))
        : answer(operation, input),
    listen: () => () => undefined,
  });
  show();
  expect(await screen.findByText('It broke.')).toBeTruthy();
  broken = false;
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('No near copies')).toBeTruthy();
});

describe('with two groups', () => {
  beforeEach(async () => {
    core = await openCaseOfTexts(evidence);
  });

  test('each group stands above its proposals, with likeness and source; axe finds nothing', async () => {
    const { id: sourceId } = await core.run('source.create', {
      name: 'Port office',
      kind: 'agency',
      reliability: 'B',
      originIds: [],
      confidential: false,
      codeName: null,
      note: '',
    });
    const [, second] = core.exhibitIds as [ExhibitId, ExhibitId];
    await core.run('exhibit.update', { exhibitIds: [second], change: { sourceId } });
    show();
    expect(await screen.findByText('2 groups · 3 proposed · 0 accepted · 0 rejected')).toBeTruthy();
    expect(await numbers()).toEqual(['EX-0001', 'EX-0002', 'EX-0003', 'EX-0004', 'EX-0005']);
    expect(await screen.findByText('from Port office')).toBeTruthy();
    expect((await screen.findAllByText(/^text (about \d+ % alike|the same or nearly so)$/)).length).toBe(3);
    expect(await axeFindings()).toEqual([]);
  });

  test('by keys alone: down, A accepts, X rejects, and the hand goes on; each can be taken back', async () => {
    const seen = vi.fn();
    show(seen);
    const grid = await list();
    await screen.findByRole('button', { name: 'EX-0005 is not a copy' });
    fireEvent.keyDown(grid, { key: 'ArrowDown' });
    fireEvent.keyDown(grid, { key: 'ArrowDown' });
    expect(seen.mock.calls.map(([id]) => core.exhibitIds.indexOf(id) + 1)).toEqual([1, 2]);
    fireEvent.keyDown(grid, { key: 'a' });
    fireEvent.keyDown(grid, { key: 'a' });
    expect(await screen.findByText('2 groups · 2 proposed · 1 accepted · 0 rejected')).toBeTruthy();
    expect(await numbers()).toEqual(['EX-0001', 'EX-0003', 'EX-0004', 'EX-0005']);
    await waitFor(() => expect(grid.querySelector('[aria-selected="true"]')?.textContent).toContain('EX-0003'));
    fireEvent.keyDown(grid, { key: 'x' });
    expect(await screen.findByText('2 groups · 1 proposed · 1 accepted · 1 rejected')).toBeTruthy();
    expect(await verdicts()).toEqual([
      [2, 'copy'],
      [3, 'not-a-copy'],
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'Undo deciding on a copy' }));
    expect(await screen.findByText('2 groups · 2 proposed · 1 accepted · 0 rejected')).toBeTruthy();
    expect(await verdicts()).toEqual([
      [2, 'copy'],
      [3, 'open'],
    ]);
  });

  test('accepted and rejected ones are found by their filter, with who decided, and are taken back there', async () => {
    const [first, second] = core.exhibitIds as [ExhibitId, ExhibitId];
    await core.run('copy.decide', { exhibitId: second, otherId: first, verdict: 'copy', note: 'Same stamp.' });
    show();
    fireEvent.click(await screen.findByRole('radio', { name: 'Accepted' }));
    expect(await screen.findByText('EX-0002 is a copy of EX-0001')).toBeTruthy();
    expect(await numbers()).toEqual(['EX-0001', 'EX-0002']);
    expect(screen.getByText(/^Test Person, .*Same stamp\.$/, { selector: '.copy-pair-by' })).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: 'Rejected' }));
    expect(await screen.findByText('Nothing rejected yet')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Show all' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Take back the decision on EX-0002' }));
    expect(await screen.findByText('2 groups · 3 proposed · 0 accepted · 0 rejected')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Undo taking back a decision on a copy' }));
    expect(await screen.findByText('2 groups · 2 proposed · 1 accepted · 0 rejected')).toBeTruthy();
    const { rows } = await core.run('copy.listForExhibit', { exhibitId: first });
    expect(rows.find(row => row.number === 2)?.verdict?.note).toBe('Same stamp.');
  });

  test('Enter opens the two side by side; a decision made there is undone as any other', async () => {
    show();
    const grid = await list();
    await screen.findByRole('button', { name: 'EX-0005 is not a copy' });
    fireEvent.keyDown(grid, { key: 'End' });
    fireEvent.keyDown(grid, { key: 'Enter' });
    const panel = await screen.findByRole('dialog', { name: 'EX-0004 beside EX-0005' });
    fireEvent.click(await within(panel).findByRole('button', { name: 'Accept' }));
    expect(await within(panel).findByText(/Decided: EX-0005 is a copy of EX-0004/)).toBeTruthy();
    fireEvent.click(within(panel).getByRole('button', { name: 'Close' }));
    expect(await screen.findByText('2 groups · 2 proposed · 1 accepted · 0 rejected')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Undo deciding on a copy' }));
    expect(await screen.findByText('2 groups · 3 proposed · 0 accepted · 0 rejected')).toBeTruthy();
  });
});
