// @vitest-environment jsdom
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ExhibitRecord, ExportReferences, ImportReferences } from '../../../../renderer/features/reference/index.ts';
import type { CaseId, ExhibitId, ImportId } from '../../../../shared/kernel/ids.ts';
import { axeFindings } from '../../support/axeCheck.ts';
import { giveHeight } from '../../support/layout.ts';
import { openWindowCore, type WindowCore } from '../../support/openWindowCore.ts';
import { Workbench } from '../../support/Workbench.tsx';

let core: WindowCore;
let caseId: CaseId;
let registry: ExhibitId;
beforeAll(async () => {
  giveHeight(600);
  core = openWindowCore();
  await core.createVault();
  const made = await core.run('case.create', {
    reference: 'C-1',
    title: 'A case (exercise)',
    workstream: 'cyber',
    handlingMark: 'TLP:GREEN',
    standard: 'un-panel',
    lead: 'Test Person',
  });
  caseId = made.id;
  registry = await admit('registry.txt', 'An extract of a registry');
  await admit('두 번째.txt', '등기부 등본');
});
afterEach(cleanup);
afterAll(() => core.close());

const fileOf = (name: string) => join(dirname(core.vaultPath), name);

async function admit(name: string, text: string): Promise<ExhibitId> {
  writeFileSync(fileOf(name), text);
  const { jobId } = await core.run('exhibit.admit', { caseId, from: [core.core.grants.grant(fileOf(name))] });
  await core.core.jobs.finished(jobId);
  const [row] = (await core.run('exhibit.admissions', { jobId })).rows;
  if (!row?.exhibitId) throw new Error('nothing was admitted');
  return row.exhibitId;
}

/** The dialogs of the desktop answer with this file. */
function willChoose(path: string) {
  const grant = core.core.grants.grant(path);
  Object.assign(window, {
    probatum: { desktop: async (name: string) => (name === 'desktop.chooseEvidence' ? [grant] : grant) },
  });
}

function show(importId?: ImportId) {
  return render(
    <Workbench route={{ place: 'exhibits', caseId }}>
      <ImportReferences caseId={caseId} importId={importId} onClose={() => {}} />
    </Workbench>,
  );
}

test('a file is read into proposals: what is new, known, without exhibit and broken stands apart, and a person decides', async () => {
  const { sha256 } = await core.run('exhibit.get', { exhibitId: registry });
  const own = JSON.stringify([{ id: 'k', type: 'document', title: 'registry.txt', note: `sha256: ${sha256}` }]).slice(
    1,
    -1,
  );
  writeFileSync(
    fileOf('zotero.json'),
    `[{"id":"a","type":"report","title":"Extract of the registry","author":[{"family":"Byrne","given":"Ana"}],"note":"sha256: ${sha256}"},
      {"id":"b","type":"book","title":"어떤 전시물도 아닌 책"},7,${own}]`,
  );
  willChoose(fileOf('zotero.json'));
  show();
  fireEvent.click(screen.getByRole('button', { name: 'A file from the disk …' }));
  const detail = await screen.findByRole('region', { name: 'Record 1' });
  expect(
    within(detail).getByText(/same SHA-256. It fills title \(Extract of the registry\); adds .*authors/),
  ).toBeTruthy();
  expect(screen.getAllByRole('tab').map(({ textContent }) => textContent)).toEqual([
    'To decide1',
    'No exhibit found1',
    'Known already1',
    'With problems1',
  ]);
  expect(await axeFindings()).toEqual([]);
  expect((await core.run('exhibit.get', { exhibitId: registry })).title).toBe('registry.txt');

  fireEvent.click(screen.getByRole('button', { name: 'Take over' }));
  await screen.findByText('Nothing is left to decide.');
  expect((await core.run('exhibit.get', { exhibitId: registry })).title).toBe('Extract of the registry');

  fireEvent.click(screen.getByRole('tab', { name: /^Taken over/ }));
  expect(await screen.findByText(/Taken over by/)).toBeTruthy();
  fireEvent.click(screen.getByRole('tab', { name: /^With problems/ }));
  expect(await screen.findByText('This is no record of a work.')).toBeTruthy();
});

test('a record without an exhibit can be given one, or be left out and decided on anew', async () => {
  writeFileSync(fileOf('more.ris'), 'TY  - BOOK\r\nTI  - A book that no exhibit is\r\nER  - \r\n');
  willChoose(fileOf('more.ris'));
  show();
  fireEvent.click(screen.getByRole('button', { name: 'A file from the disk …' }));
  const detail = await screen.findByRole('region', { name: 'Record 1' });
  expect(within(detail).getByRole('button', { name: 'Take over' })).toHaveProperty('disabled', true);
  fireEvent.click(within(detail).getByRole('button', { name: 'Leave out' }));
  fireEvent.click(await screen.findByRole('tab', { name: /^Left out/ }));
  fireEvent.click(await screen.findByRole('button', { name: 'Decide anew' }));
  fireEvent.click(await screen.findByRole('tab', { name: /^No exhibit found/ }));
  const field = await screen.findByRole('combobox', { name: 'Of the exhibit' });
  fireEvent.change(field, { target: { value: '두 번째' } });
  fireEvent.click(await screen.findByRole('option', { name: /EX-0002/ }));
  fireEvent.click(screen.getByRole('button', { name: 'Take over' }));
  await waitFor(() => expect(screen.getByRole('tab', { name: /^Taken over/ }).textContent).toBe('Taken over1'));
});

test('what is certain is taken over at once, what a title alone says is not', async () => {
  const { sha256 } = await core.run('exhibit.get', { exhibitId: registry });
  await core.run('exhibit.update', { exhibitIds: [registry], change: { title: 'A title of its own' } });
  writeFileSync(
    fileOf('sure.bib'),
    `@report{a, title={Other}, publisher={Harbour Press}, note={sha256: ${sha256}}}\n@book{b, title={A title of its own}, publisher={Nobody}}\n`,
  );
  willChoose(fileOf('sure.bib'));
  show();
  fireEvent.click(screen.getByRole('button', { name: 'A file from the disk …' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Take over all that are certain' }));
  const left = await screen.findByRole('region', { name: 'Record 2' });
  expect(within(left).getByText(/same title alone/)).toBeTruthy();
});

test('a file that holds no references says so, and another can be chosen', async () => {
  writeFileSync(fileOf('words.txt'), 'Only words.');
  willChoose(fileOf('words.txt'));
  show();
  fireEvent.click(screen.getByRole('button', { name: 'A file from the disk …' }));
  expect(await screen.findByText(/neither CSL-JSON, nor RIS, nor BibTeX/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Another file' }));
  expect(await screen.findByRole('button', { name: /sure\.bib/ })).toBeTruthy();
  expect(await axeFindings()).toEqual([]);
});

test('a record is written by hand, field by field, and gives way to what the exhibit says', async () => {
  const [second] = (await core.run('exhibit.list', { caseId, words: '두 번째' })).rows;
  if (!second) throw new Error('the exhibit is gone');
  const exhibitId = second.id;
  await core.run('reference.write', { exhibitId, item: { publisher: 'Harbour Press', 'x-own': 1 } });
  render(
    <Workbench route={{ place: 'exhibits', caseId }}>
      <ExhibitRecord exhibitId={exhibitId} />
    </Workbench>,
  );
  expect(await screen.findByText('Harbour Press')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Change the record' }));
  fireEvent.change(screen.getByLabelText('Authors'), { target: { value: 'Byrne, Ana\nHarbour Office\n' } });
  fireEvent.change(screen.getByLabelText('Publisher'), { target: { value: '' } });
  expect(await axeFindings()).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Save the record' }));
  expect(await screen.findByText('Byrne, Ana; Harbour Office')).toBeTruthy();
  expect((await core.run('reference.ofExhibit', { exhibitId })).record).toEqual({
    'x-own': 1,
    author: [{ family: 'Byrne', given: 'Ana' }, { literal: 'Harbour Office' }],
  });
  fireEvent.click(screen.getByRole('button', { name: 'Only what the exhibit says' }));
  await waitFor(() => expect(screen.queryByText('Byrne, Ana; Harbour Office')).toBeNull());
  expect(screen.getByText(/Taken back/)).toBeTruthy();
});

test('records leave after a look at what stays; a case that never leaves writes nothing', async () => {
  await core.run('exhibit.update', { exhibitIds: [registry], change: { handlingMark: 'TLP:RED' } });
  willChoose(fileOf('out.ris'));
  render(
    <Workbench route={{ place: 'exhibits', caseId }}>
      <ExportReferences caseId={caseId} onClose={() => {}} />
    </Workbench>,
  );
  expect(await screen.findByText('1 of them goes as number and digest only')).toBeTruthy();
  fireEvent.click(screen.getByRole('radio', { name: /^RIS/ }));
  fireEvent.change(screen.getByLabelText('Recipient'), { target: { value: 'Library' } });
  expect(await axeFindings()).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Save as RIS …' }));
  expect(await screen.findByText(/out\.ris is written/)).toBeTruthy();
  expect(readFileSync(fileOf('out.ris'), 'utf8')).toContain('TI  - EX-0001 (withheld: TLP:RED)');
  const { departures } = await core.run('departure.list', { caseId });
  expect(departures[0]).toMatchObject({ kind: 'references', recipients: [{ name: 'Library' }], stayed: 1 });
  await core.run('compartment.mark', { caseId, exhibitId: null, reason: 'agreed with the State' });
  expect(await screen.findByText(/agreed with the State/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Save as RIS …' })).toHaveProperty('disabled', true);
});
