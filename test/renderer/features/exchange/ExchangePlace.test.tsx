// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { place } from '../../../../renderer/features/exchange/index.ts';
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

function show() {
  render(
    <Workbench route={{ place: 'exchange', caseId: core.caseId }}>
      <place.view />
    </Workbench>,
  );
}

const save = () => screen.findByRole<HTMLButtonElement>('button', { name: /Save the bundle/ });

test('nothing goes without a recipient, and what goes is listed first', async () => {
  await core.cite(0, 'two vessels lay alongside', 'supports');
  show();
  expect(await screen.findByText(/1 exhibit goes as files/)).toBeTruthy();
  expect((await save()).disabled).toBe(true);
  fireEvent.change(screen.getByLabelText('Recipient'), { target: { value: 'Reviewing body' } });
  expect((await save()).disabled).toBe(false);
  expect(await axeFindings()).toEqual([]);
});

test('with every finding left out nothing can be sent', async () => {
  show();
  fireEvent.change(await screen.findByLabelText('Recipient'), { target: { value: 'Reviewing body' } });
  fireEvent.click(screen.getByRole('checkbox', { name: /^F-1/ }));
  expect(await screen.findByText('Choose at least one finding.')).toBeTruthy();
  expect((await save()).disabled).toBe(true);
});

test('what left is read from the custody log, however far back it lies', async () => {
  core.core.session.write(({ custody }) => {
    custody.record({
      action: 'bundle-exported',
      caseId: core.caseId,
      subject: 'bundle',
      details: { recipient: '검토 기관', reason: 'Review' },
    });
    for (let count = 0; count < 700; count++)
      custody.record({ action: 'case-changed', caseId: core.caseId, subject: core.caseId });
  });
  show();
  fireEvent.click(await screen.findByRole('tab', { name: 'What left' }));
  expect(await screen.findByText('검토 기관')).toBeTruthy();
  expect(await axeFindings()).toEqual([]);
});
