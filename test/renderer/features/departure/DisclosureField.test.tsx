// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DisclosureField } from '../../../../renderer/features/departure/index.ts';
import type { SourceId } from '../../../../shared/kernel/ids.ts';
import { axeFindings } from '../../support/axeCheck.ts';
import { Workbench } from '../../support/Workbench.tsx';
import { type FindingCase, openFindingCase } from '../finding/findingCase.ts';

let core: FindingCase;
beforeEach(async () => {
  core = await openFindingCase();
  await core.run('source.create', {
    name: 'Hollis Quennerby',
    kind: 'witness',
    reliability: 'B',
    originIds: [],
    note: '',
    confidential: true,
    codeName: 'WILLOW',
  });
});
afterEach(async () => {
  cleanup();
  await core.close();
});

function Field({ recipient }: { recipient: string }) {
  const [disclose, setDisclose] = useState<SourceId[]>([]);
  return <DisclosureField caseId={core.caseId} recipient={recipient} disclose={disclose} onChange={setDisclose} />;
}

const show = (recipient: string) =>
  render(
    <Workbench route={{ place: 'exchange', caseId: core.caseId }}>
      <Field recipient={recipient} />
    </Workbench>,
  );

test('a name goes after it was asked for, and asked for again with another reason; it is nowhere before', async () => {
  show('Judge One');
  fireEvent.click(await screen.findByText('Confidential sources go by code name'));
  const type = (label: RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
  type(/why must its name go/, 'The court asks');
  fireEvent.click(screen.getByRole('button', { name: 'Ask for it' }));
  await screen.findByLabelText(/confirm with another reason/);
  type(/confirm with another reason/, 'The court asks');
  fireEvent.click(screen.getByRole('button', { name: 'Confirm that the name goes' }));
  await screen.findByText(/second confirmation/i);
  type(/confirm with another reason/, 'The source agreed in writing');
  fireEvent.click(screen.getByRole('button', { name: 'Confirm that the name goes' }));
  const tell = await screen.findByRole('checkbox', { name: /Tell Judge One the name behind .*WILLOW/ });
  expect(document.body.textContent).not.toContain('Quennerby');
  fireEvent.click(tell);
  await screen.findByText('1 of 1 confidential sources go by name');
  expect(await axeFindings()).toEqual([]);
});

test('without a recipient there is nobody to tell', async () => {
  show('');
  fireEvent.click(await screen.findByText('Confidential sources go by code name'));
  expect(screen.getByText(/Name the recipient first/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Ask for it' })).toBeNull();
});
