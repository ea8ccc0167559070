// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  CaseLanguages,
  LostPassages,
  RecognitionOfExhibit,
  RecognitionOfMany,
} from '../../../../renderer/features/recognition/index.ts';
import type { ExhibitId } from '../../../../shared/kernel/ids.ts';
import { makeScan } from '../../../electron/extract/support/makeScan.ts';
import { axeFindings } from '../../support/axeCheck.ts';
import { Workbench } from '../../support/Workbench.tsx';
import { type CaseOfTexts, openCaseOfTexts } from '../exhibit/caseOfTexts.ts';

let core: CaseOfTexts;
let scan: ExhibitId;
beforeEach(async () => {
  core = await openCaseOfTexts({
    'scan.pdf': await makeScan([
      { picture: ['The vessel left Nampo'] },
      { text: ['Typed on the second page'] },
      { picture: ['It returned in ballast'], layer: 'Quite other words about a cargo' },
    ]),
  });
  const [row] = (await core.run('exhibit.list', { caseId: core.caseId })).rows;
  if (!row) throw new Error('not admitted');
  scan = row.id;
});
afterEach(async () => {
  cleanup();
  await core.close();
});

function show(view: React.ReactNode) {
  render(<Workbench route={{ place: 'exhibits', caseId: core.caseId, exhibitId: scan }}>{view}</Workbench>);
}

test('a scan says which page has no text, and after recognising how sure its words are', async () => {
  show(<RecognitionOfExhibit exhibit={{ id: scan, caseId: core.caseId }} />);
  expect(await screen.findByText('Page 1 of 3 has no text.')).toBeTruthy();
  expect((screen.getByLabelText('English and other Latin (suggested)') as HTMLInputElement).checked).toBe(true);
  expect(await axeFindings()).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Recognise page 1' }));
  expect(
    await screen.findByText(/^1 page recognised as English and other Latin, \d\d % sure\.$/, {}, { timeout: 20_000 }),
  ).toBeTruthy();
});

test('no language, no recognising; a selection of exhibits is done in one go', async () => {
  show(<RecognitionOfExhibit exhibit={{ id: scan, caseId: core.caseId }} />);
  fireEvent.click(await screen.findByLabelText('English and other Latin (suggested)'));
  expect((screen.getByRole('button', { name: 'Recognise page 1' }) as HTMLButtonElement).disabled).toBe(true);
  cleanup();
  show(<RecognitionOfMany caseId={core.caseId} exhibitIds={[scan]} />);
  expect(await screen.findByText('1 exhibit of the selection has 1 page without text.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Recognise 1 page' }));
  await expect
    .poll(async () => (await core.run('exhibit.pages', { exhibitId: scan, from: 0, count: 1 }))[0]?.text, {
      timeout: 20_000,
    })
    .toBe('The vessel left Nampo');
});

test('a lost passage is settled by the words that stand there now', async () => {
  await core.run('passage.mark', {
    exhibitId: scan,
    selection: { kind: 'words', pageIndex: 2, quote: { exact: 'about a cargo', prefix: '', suffix: '' }, rects: [] },
  });
  const { jobId } = await core.run('recognition.start', { caseId: core.caseId, exhibitIds: [scan], pages: [2] });
  await expect
    .poll(async () => (await core.run('job.get', { jobId })).status.state, { timeout: 20_000 })
    .toBe('succeeded');
  show(<LostPassages caseId={core.caseId} exhibitId={scan} />);
  const item = within(await screen.findByRole('listitem'));
  expect(item.getByText('about a cargo', { selector: 'blockquote' })).toBeTruthy();
  expect(await axeFindings()).toEqual([]);
  const settle = (words: string) => {
    fireEvent.change(item.getByLabelText('Its words as they stand now'), { target: { value: words } });
    fireEvent.click(item.getByRole('button', { name: 'It stands there' }));
  };
  settle('never printed');
  expect(await item.findByText(/were not found in the exhibit/)).toBeTruthy();
  settle('returned in ballast');
  await expect.poll(async () => (await core.run('passage.orphans', { caseId: core.caseId })).length).toBe(0);
});

test('a case remembers the languages of its scans', async () => {
  show(<CaseLanguages caseId={core.caseId} />);
  fireEvent.click(await screen.findByLabelText('Korean'));
  await expect
    .poll(async () => (await core.run('recognition.modelsOfCase', { caseId: core.caseId })).models)
    .toEqual(['kor']);
});
