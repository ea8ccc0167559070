// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CopiesOfExhibit } from '../../../../renderer/features/copy/index.ts';
import type { ExhibitRow } from '../../../../shared/contract/exhibit.ts';
import { axeFindings } from '../../support/axeCheck.ts';
import { Workbench } from '../../support/Workbench.tsx';
import { type CaseOfTexts, openCaseOfTexts } from '../exhibit/caseOfTexts.ts';

const words = Array.from({ length: 300 }, (_, at) => `w${((at + 7) * 2654435761) % 99_991}`);
const first = `The hulls met on 12 March. ${words.join(' ')}`;

let core: CaseOfTexts;
let rows: ExhibitRow[];
beforeEach(async () => {
  core = await openCaseOfTexts({ 'a.txt': first, 'b.txt': first.replace('12 March', '13 March'), 'c.txt': 'Another.' });
  rows = (await core.run('exhibit.list', { caseId: core.caseId })).rows;
});
afterEach(async () => {
  cleanup();
  await core.close();
});

function show(row: ExhibitRow | undefined) {
  if (!row) throw new Error('no such exhibit');
  const { id: exhibitId, number, title } = row;
  render(
    <Workbench route={{ place: 'exhibits', caseId: core.caseId, exhibitId }}>
      <CopiesOfExhibit exhibit={{ exhibitId, number, title }} />
    </Workbench>,
  );
}

test('a near copy is a proposal; compared side by side, what differs is lit; a decision is said and can be taken back', async () => {
  show(rows[0]);
  expect(await screen.findByText(/^proposed: text (about \d+ % alike|the same or nearly so)$/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Compare with EX-0002 side by side' }));
  const panel = await screen.findByRole('dialog', { name: 'EX-0001 beside EX-0002' });
  expect(await within(panel).findByText('1 place differs.', { exact: false })).toBeTruthy();
  expect([...panel.querySelectorAll('mark')].map(mark => mark.textContent?.trim())).toEqual(['12', '13']);
  expect(await axeFindings()).toEqual([]);
  fireEvent.click(within(panel).getByRole('button', { name: 'Accept' }));
  expect(await within(panel).findByText(/Decided: EX-0002 is a copy of EX-0001, by Test Person/)).toBeTruthy();
  fireEvent.click(within(panel).getByRole('button', { name: 'Take the decision back' }));
  expect(await within(panel).findByRole('button', { name: 'Not a copy' })).toBeTruthy();
});

test('an exhibit that is like no other shows nothing', async () => {
  show(rows[2]);
  await waitFor(async () => expect((await core.run('copy.listForCase', { caseId: core.caseId })).total).toBe(1));
  expect(screen.queryByText('Near copies')).toBeNull();
});
