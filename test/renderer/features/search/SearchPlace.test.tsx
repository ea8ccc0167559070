// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { place } from '../../../../renderer/features/search/index.ts';
import { useRoute } from '../../../../renderer/workbench/index.ts';
import { axeFindings } from '../../support/axeCheck.ts';
import { Workbench } from '../../support/Workbench.tsx';
import { type CaseOfTexts, openCaseOfTexts } from '../exhibit/caseOfTexts.ts';

let core: CaseOfTexts;
beforeEach(async () => {
  core = await openCaseOfTexts();
});
afterEach(async () => {
  cleanup();
  vi.restoreAllMocks();
  await core.close();
});

function Where() {
  const { exhibitId, at } = useRoute();
  return <output>{exhibitId ? `${exhibitId} ${at?.kind === 'quote' ? at.quote.exact : ''}` : 'results'}</output>;
}

function showPlace() {
  render(
    <Workbench route={{ place: 'search', caseId: core.caseId }}>
      <place.view />
      <Where />
    </Workbench>,
  );
  return screen.getByRole<HTMLInputElement>('combobox', { name: 'Search the text of all exhibits' });
}

function type(box: HTMLInputElement, query: string) {
  fireEvent.change(box, { target: { value: query } });
  fireEvent.keyDown(box, { key: 'Enter' });
}

test('results are grouped by exhibit with the words lit, and counted without holding them up', async () => {
  const box = showPlace();
  type(box, 'tanker');
  expect(await screen.findByText('2 pages in 2 exhibits')).toBeTruthy();
  expect([...document.querySelectorAll('.result-hit mark')].map(mark => mark.textContent?.toLowerCase())).toContain(
    'tanker',
  );
  expect(await axeFindings()).toEqual([]);
});

test('Korean is found without spaces', async () => {
  const box = showPlace();
  type(box, '환적');
  expect(await screen.findByText('1 page in 1 exhibit')).toBeTruthy();
});

test('N goes to the next hit and the next document, Shift+N back; 1 marks a hit relevant', async () => {
  const box = showPlace();
  type(box, 'tanker');
  await screen.findByText('2 pages in 2 exhibits');
  const [first, second] = core.exhibitIds;
  fireEvent.keyDown(window, { key: 'n' });
  await waitFor(() => expect(document.querySelector('output')?.textContent).toContain(`${first}`));
  fireEvent.keyDown(window, { key: 'n' });
  await waitFor(() => expect(document.querySelector('output')?.textContent).toContain(`${second}`));
  fireEvent.keyDown(window, { key: '1' });
  expect(await screen.findByText('1 relevant, 0 not')).toBeTruthy();
  fireEvent.keyDown(window, { key: 'N', shiftKey: true });
  await waitFor(() => expect(document.querySelector('output')?.textContent).toContain(`${first}`));
});

test('Enter a second time opens the first hit and frees the keys', async () => {
  const box = showPlace();
  type(box, 'tanker');
  await screen.findByText('2 pages in 2 exhibits');
  box.focus();
  fireEvent.keyDown(box, { key: 'Enter' });
  await waitFor(() => expect(document.querySelector('output')?.textContent).toContain(`${core.exhibitIds[0]}`));
  expect(document.activeElement).not.toBe(box);
});

test('a query that cannot be read says why and where, and is not run', () => {
  const box = showPlace();
  fireEvent.change(box, { target: { value: 'tanker "gas oil' } });
  expect(screen.getByText(/Unclosed quote at character 8/)).toBeTruthy();
  expect(box.getAttribute('aria-invalid')).toBe('true');
});

test('operators and fields are offered as one types, and Tab takes them', async () => {
  const box = showPlace();
  box.focus();
  fireEvent.change(box, { target: { value: 'tanker ty', selectionStart: 9 } });
  box.setSelectionRange(9, 9);
  fireEvent.click(box);
  await screen.findByRole('option', { name: /type:/ });
  fireEvent.keyDown(box, { key: 'ArrowDown' });
  fireEvent.keyDown(box, { key: 'Tab' });
  expect(box.value).toBe('tanker type:');
});

test('a search is saved by name, runs again at a press, and can be forgotten', async () => {
  const box = showPlace();
  type(box, 'tanker');
  await screen.findByText('2 pages in 2 exhibits');
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  const name = await screen.findByLabelText('Name of this search');
  fireEvent.change(name, { target: { value: 'Tankers' } });
  fireEvent.submit(name);
  await screen.findByRole('button', { name: /^Tankers/ });
  type(box, 'shore');
  await screen.findByText('1 page in 1 exhibit');
  fireEvent.click(screen.getByRole('button', { name: /^Tankers/ }));
  await screen.findByText('2 pages in 2 exhibits');
  fireEvent.click(screen.getByRole('button', { name: 'Forget the search Tankers' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Tankers/ })).toBeNull());
});

test('nothing found says what to try', async () => {
  type(showPlace(), 'nowhereatall');
  expect(await screen.findByText('Nothing found')).toBeTruthy();
});
