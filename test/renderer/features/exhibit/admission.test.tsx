// @vitest-environment jsdom
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EvidenceDrop, place } from '../../../../renderer/features/exhibit/index.ts';
import { Workbench } from '../../support/Workbench.tsx';
import { type CaseOfTexts, openCaseOfTexts } from './caseOfTexts.ts';

let core: CaseOfTexts;
let given: string;
beforeEach(async () => {
  core = await openCaseOfTexts({});
  given = join(core.folder, 'given');
  mkdirSync(given);
  // What the preload and the main process do with a drop: paths become grants.
  vi.stubGlobal('probatum', {
    platform: 'linux',
    requestCorePort: () => {},
    onMenu: () => {},
    desktop: async () => ({}),
    grantDropped: async () => [core.core.grants.grant(given), core.core.grants.grant(join(core.folder, 'gone.pdf'))],
  });
});
afterEach(async () => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  await core.close();
});

function showPlace() {
  render(
    <Workbench route={{ place: 'exhibits', caseId: core.caseId }}>
      <EvidenceDrop>
        <place.view />
      </EvidenceDrop>
    </Workbench>,
  );
}

function drop() {
  fireEvent.drop(screen.getByRole('heading', { name: 'Exhibits' }), {
    dataTransfer: { types: ['Files'], files: [new File([''], 'given')] },
  });
}

test('an empty case says what belongs here', async () => {
  showPlace();
  expect(await screen.findByText('No evidence yet')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Add folder …' })).toBeTruthy();
});

test('a drop is admitted at once; what was refused is listed with its reason', async () => {
  writeFileSync(join(given, 'one.txt'), 'Exercise, invented. One.');
  writeFileSync(join(given, 'two.txt'), 'Exercise, invented. Two.');
  showPlace();
  await screen.findByText('No evidence yet');
  drop();
  expect(await screen.findByText('Evidence given', {}, { timeout: 20_000 })).toBeTruthy();
  expect(await screen.findByText('2 admitted, 1 refused')).toBeTruthy();
  expect(await screen.findByText(/gone\.pdf/, { selector: '.refusal-path' })).toBeTruthy();
  expect(await screen.findByText(/no longer there/)).toBeTruthy();
});

test('a field given to the drop is saved when it is left', async () => {
  writeFileSync(join(given, 'one.txt'), 'Exercise, invented. One.');
  showPlace();
  await screen.findByText('No evidence yet');
  drop();
  await screen.findByText('Evidence given', {}, { timeout: 20_000 });
  const field = screen.getByLabelText<HTMLInputElement>('Obtained how');
  fireEvent.change(field, { target: { value: 'Handed over' } });
  fireEvent.blur(field);
  await waitFor(async () => {
    const { rows } = await core.run('exhibit.list', { caseId: core.caseId });
    const [only] = rows;
    expect(only && (await core.run('exhibit.get', { exhibitId: only.id })).obtainedHow).toBe('Handed over');
  });
});
