// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EvidenceDrop, place } from '../../../../renderer/features/exhibit/index.ts';
import { useUndo } from '../../../../renderer/workbench/index.ts';
import { axeFindings } from '../../support/axeCheck.ts';
import { Workbench } from '../../support/Workbench.tsx';
import { type CaseOfTexts, openCaseOfTexts } from './caseOfTexts.ts';

let core: CaseOfTexts;
beforeEach(async () => {
  core = await openCaseOfTexts();
});
afterEach(async () => {
  cleanup();
  vi.restoreAllMocks();
  await core.close();
});

function UndoButton() {
  const { next, undo } = useUndo();
  return (
    <button type="button" onClick={() => void undo()}>
      Undo {next}
    </button>
  );
}

function showPlace() {
  render(
    <Workbench route={{ place: 'exhibits', caseId: core.caseId }}>
      <EvidenceDrop>
        <place.view />
      </EvidenceDrop>
      <UndoButton />
    </Workbench>,
  );
}

const rowOf = (words: string) => screen.findByRole('option', { name: new RegExp(words) });

test('the list shows every exhibit, and a selected one is described beside it', async () => {
  showPlace();
  fireEvent.click(await rowOf('EX-0001'));
  const inspector = await screen.findByRole('region', { name: 'Inspector' });
  expect(await within(inspector).findByText('TLP:GREEN', { selector: '.handling' })).toBeTruthy();
  expect(within(inspector).getByText(/^[0-9a-f]{64}$/)).toBeTruthy();
  expect(screen.getAllByRole('option')).toHaveLength(3 + handlingOptions());
  expect(await axeFindings()).toEqual([]);
});

/** Options of the selects in the place, which are no rows. */
function handlingOptions(): number {
  return document.querySelectorAll('select option').length;
}

test('a field is saved when it is left, and undo gives back what was there', async () => {
  showPlace();
  fireEvent.click(await rowOf('EX-0001'));
  const field = await screen.findByLabelText<HTMLInputElement>('Obtained how');
  fireEvent.change(field, { target: { value: 'Handed over' } });
  fireEvent.blur(field);
  const [first] = core.exhibitIds;
  if (!first) throw new Error('no exhibit');
  await waitFor(async () =>
    expect((await core.run('exhibit.get', { exhibitId: first })).obtainedHow).toBe('Handed over'),
  );
  fireEvent.click(await screen.findByRole('button', { name: 'Undo change of how obtained on EX-0001' }));
  await waitFor(async () => expect((await core.run('exhibit.get', { exhibitId: first })).obtainedHow).toBe(''));
});

test('several exhibits are changed at once, and one undo gives each what it had', async () => {
  const [first, second, third] = core.exhibitIds;
  if (!first || !second || !third) throw new Error('no exhibits');
  await core.run('exhibit.update', { exhibitIds: [second], change: { obtainedHow: 'Downloaded' } });
  showPlace();
  fireEvent.click(await rowOf('EX-0001'));
  fireEvent.click(await rowOf('EX-0003'), { shiftKey: true });
  expect(await screen.findByRole('heading', { name: '3 exhibits' })).toBeTruthy();
  const field = await screen.findByLabelText<HTMLInputElement>('Obtained how');
  expect(field.placeholder).toBe('Several values');
  fireEvent.change(field, { target: { value: 'Seized' } });
  fireEvent.blur(field);
  const all = async () =>
    Promise.all(
      [first, second, third].map(async exhibitId => (await core.run('exhibit.get', { exhibitId })).obtainedHow),
    );
  await waitFor(async () => expect(await all()).toEqual(['Seized', 'Seized', 'Seized']));
  fireEvent.click(await screen.findByRole('button', { name: 'Undo change of how obtained on 3 exhibits' }));
  await waitFor(async () => expect(await all()).toEqual(['', 'Downloaded', '']));
});

test('a source can be made on the spot, with its grade still to be judged', async () => {
  showPlace();
  fireEvent.click(await rowOf('EX-0001'));
  const field = await screen.findByRole('combobox', { name: 'Source' });
  fireEvent.change(field, { target: { value: 'Harbour office (exercise)' } });
  fireEvent.click(await screen.findByRole('option', { name: /New source/ }));
  const [first] = core.exhibitIds;
  if (!first) throw new Error('no exhibit');
  await waitFor(async () => expect((await core.run('exhibit.get', { exhibitId: first })).sourceId).not.toBeNull());
  expect(await core.run('source.list', {})).toMatchObject([{ name: 'Harbour office (exercise)', reliability: 'F' }]);
});

test('the filter narrows, says so when nothing fits, and widens again', async () => {
  showPlace();
  await rowOf('EX-0001');
  fireEvent.change(screen.getByLabelText('Filter exhibits'), { target: { value: '기사' } });
  await waitFor(() => expect(screen.queryByRole('option', { name: /EX-0001/ })).toBeNull());
  await rowOf('EX-0002');
  fireEvent.change(screen.getByLabelText('Filter exhibits'), { target: { value: 'no such thing' } });
  expect(await screen.findByText('No exhibit fits')).toBeTruthy();
  fireEvent.click(screen.getAllByRole('button', { name: 'Show all' })[0] as HTMLElement);
  await rowOf('EX-0003');
});

test('withdrawing needs a reason; the exhibit leaves the list and undo brings it back', async () => {
  showPlace();
  fireEvent.click(await rowOf('EX-0003'));
  fireEvent.click(await screen.findByRole('button', { name: 'Withdraw …' }));
  const submit = screen.getByRole<HTMLButtonElement>('button', { name: 'Withdraw' });
  expect(submit.disabled).toBe(true);
  fireEvent.change(screen.getByLabelText('Why is EX-0003 withdrawn?'), { target: { value: 'Given by mistake.' } });
  fireEvent.click(submit);
  await waitFor(() => expect(screen.queryByRole('option', { name: /EX-0003/ })).toBeNull());
  fireEvent.click(await screen.findByRole('button', { name: 'Undo withdrawal of EX-0003' }));
  await rowOf('EX-0003');
});

test('the gallery shows a card for each exhibit', async () => {
  showPlace();
  await rowOf('EX-0001');
  fireEvent.click(screen.getByRole('radio', { name: 'Gallery' }));
  expect(await screen.findByRole('button', { name: /EX-0002/ })).toBeTruthy();
  expect(await axeFindings()).toEqual([]);
});
