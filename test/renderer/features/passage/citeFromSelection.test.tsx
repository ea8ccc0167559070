// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CasePassages, SelectionPopover, useCiting } from '../../../../renderer/features/passage/index.ts';
import { useClaimInHand, useUndo } from '../../../../renderer/workbench/index.ts';
import type { Selection } from '../../../../shared/domain/passage.ts';
import type { CaseId, ExhibitId } from '../../../../shared/kernel/ids.ts';
import { axeFindings } from '../../support/axeCheck.ts';
import { Workbench } from '../../support/Workbench.tsx';
import { type CaseOfTexts, openCaseOfTexts } from '../exhibit/caseOfTexts.ts';

let core: CaseOfTexts;
let exhibitId: ExhibitId;
beforeEach(async () => {
  core = await openCaseOfTexts();
  exhibitId = core.exhibitIds[0] as ExhibitId;
});
afterEach(async () => {
  cleanup();
  vi.restoreAllMocks();
  await core.close();
});

const selection: Selection = {
  kind: 'words',
  pageIndex: 0,
  quote: { exact: 'lay alongside SAEBYOK', prefix: 'The tanker FABULA ', suffix: ' at noon.' },
  rects: [],
};
const anchor = { x: 10, y: 10, width: 80, height: 16 };

/** Stands in for the page: words are selected at a press, and C is pressed in it. */
function Desk({ caseId }: { caseId: CaseId }) {
  const citing = useCiting(caseId, exhibitId);
  const { next, undo } = useUndo();
  const { claim } = useClaimInHand();
  return (
    <>
      <button type="button" onClick={() => citing.select(selection, anchor)}>
        Select words
      </button>
      <button type="button" onClick={() => citing.cite()}>
        Press C
      </button>
      <button type="button" onClick={() => void undo()}>
        Undo {next}
      </button>
      <p>In hand: {claim?.text ?? 'none'}</p>
      <SelectionPopover citing={citing} caseId={caseId} />
    </>
  );
}

function showDesk() {
  render(
    <Workbench route={{ place: 'exhibits', caseId: core.caseId, exhibitId }}>
      <Desk caseId={core.caseId} />
    </Workbench>,
  );
  fireEvent.click(screen.getByText('Select words'));
}

const standing = async () => {
  const passages = (await core.run('passage.listForExhibit', { exhibitId })).filter(one => one.withdrawnAt === null);
  const citations = await Promise.all(passages.map(one => core.run('citation.listForPassage', { passageId: one.id })));
  return { passages, citations: citations.flat().filter(one => one.withdrawnAt === null) };
};

test('M marks the selection, and undo takes the mark back', async () => {
  showDesk();
  fireEvent.click(await screen.findByRole('button', { name: /^Mark/ }));
  await screen.findByRole('heading', { name: 'Marked' });
  expect((await standing()).passages).toMatchObject([{ quote: { exact: 'lay alongside SAEBYOK' } }]);
  fireEvent.click(screen.getByText('Undo marking a passage'));
  await waitFor(async () => expect((await standing()).passages).toEqual([]));
});

test('without a claim in hand, typing words makes one in a new finding, and the passage is cited to it', async () => {
  showDesk();
  fireEvent.click(screen.getByText('Press C'));
  const field = await screen.findByRole('combobox', { name: 'Claim to cite to' });
  fireEvent.change(field, { target: { value: 'The ships lay side by side' } });
  await screen.findByRole('option', { name: /in a new finding/ });
  fireEvent.keyDown(field, { key: 'Enter' });
  await screen.findByRole('heading', { name: 'Cited' });
  expect(screen.getByText('In hand: The ships lay side by side')).toBeTruthy();
  expect((await standing()).citations).toMatchObject([{ bearing: 'supports', quote: 'lay alongside SAEBYOK' }]);
  expect(await core.run('finding.list', { caseId: core.caseId })).toMatchObject([
    { claims: [{ text: 'The ships lay side by side' }] },
  ]);
  expect(await axeFindings()).toEqual([]);
});

test('with a claim in hand, C cites at once; signs and numbers mend it, and one undo each takes them back', async () => {
  const { id: findingId } = await core.run('finding.create', { caseId: core.caseId, title: 'Transfer' });
  await core.run('finding.addClaim', { findingId, text: 'They met at sea' });
  showDesk();
  fireEvent.click(screen.getByText('Press C'));
  fireEvent.click(await screen.findByText('They met at sea'));
  await screen.findByRole('heading', { name: 'Cited' });
  fireEvent.click(screen.getByRole('button', { name: 'Close' }));

  fireEvent.click(screen.getByText('Select words'));
  fireEvent.click(screen.getByText('Press C'));
  const box = await screen.findByRole('group', { name: 'Cited' });
  fireEvent.keyDown(box, { key: '-' });
  await waitFor(async () => expect((await standing()).citations.map(one => one.bearing)).toContain('contradicts'));
  fireEvent.keyDown(box, { key: '2' });
  await waitFor(async () => expect((await standing()).citations.map(one => one.credibility)).toContain(2));
  fireEvent.click(screen.getByText('Undo change of a citation'));
  await waitFor(async () => expect((await standing()).citations.map(one => one.credibility)).not.toContain(2));
  fireEvent.click(await screen.findByText('Undo change of a citation'));
  fireEvent.click(await screen.findByText('Undo citing a passage'));
  await waitFor(async () => expect((await standing()).citations).toHaveLength(1));
});

test('the passages of the case are found by their words and open at them', async () => {
  await core.run('passage.mark', { exhibitId, selection, note: '', tags: ['meeting'] });
  render(
    <Workbench route={{ place: 'exhibits', caseId: core.caseId }}>
      <CasePassages />
    </Workbench>,
  );
  const row = await screen.findByRole('option', { name: /lay alongside SAEBYOK/ });
  expect(within(row).getByText('EX-0001')).toBeTruthy();
  fireEvent.change(screen.getByLabelText('Filter passages'), { target: { value: 'nowhere to be found' } });
  expect(await screen.findByText('No passage fits')).toBeTruthy();
});
