// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { place } from '../../../../renderer/features/request/index.ts';
import { useUndo } from '../../../../renderer/workbench/index.ts';
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

function Undo() {
  const { next, undo } = useUndo();
  return (
    <button type="button" onClick={() => void undo()}>
      Undo {next}
    </button>
  );
}

function show(query?: string) {
  render(
    <Workbench
      route={{
        place: 'requests',
        caseId: core.caseId,
        ...(query === undefined ? {} : { query, findingId: core.findingId }),
      }}
    >
      <place.view />
      <Undo />
    </Workbench>,
  );
}

const requests = () => core.run('request.list', { caseId: core.caseId });

test('coming from a finding that lacks a reply, the addressee is filled in, and what is recorded is a draft', async () => {
  show('연습해운');
  expect((await screen.findByLabelText<HTMLInputElement>('Addressee')).value).toBe('연습해운');
  fireEvent.change(screen.getByLabelText('What is asked'), { target: { value: 'Who chartered her?' } });
  fireEvent.click(screen.getByRole('button', { name: 'Record the request' }));
  expect(await screen.findByText(/Not sent: it does not count/)).toBeTruthy();
  const [request] = await requests();
  expect([request?.addressee, request?.substance, request?.state, request?.findingId]).toEqual([
    '연습해운',
    'Who chartered her?',
    'draft',
    core.findingId,
  ]);
});

test('coming for one who was asked already opens that request; sending it brings its day, and undo takes both back', async () => {
  await core.run('request.create', {
    caseId: core.caseId,
    findingId: null,
    addressee: 'Exercise Shipping',
    substance: '',
    state: 'draft',
    sentOn: null,
    dueOn: null,
    answeredOn: null,
    replyExhibitId: null,
    note: '',
  });
  show('exercise shipping');
  fireEvent.click(await screen.findByRole('radio', { name: 'sent, has yet to reply' }));
  const today = new Date().toISOString().slice(0, 10);
  await waitFor(async () => expect((await requests())[0]).toMatchObject({ state: 'sent', sentOn: today }));
  expect(await screen.findByText('has yet to reply')).toBeTruthy();
  fireEvent.click(await screen.findByRole('button', { name: 'Undo change of the request to Exercise Shipping' }));
  await waitFor(async () => expect((await requests())[0]).toMatchObject({ state: 'draft', sentOn: null }));
});

test('the reply is an exhibit, found by its title', async () => {
  await core.run('request.create', {
    caseId: core.caseId,
    findingId: null,
    addressee: 'Exercise Shipping',
    substance: '',
    state: 'draft',
    sentOn: null,
    dueOn: null,
    answeredOn: null,
    replyExhibitId: null,
    note: '',
  });
  show('Exercise Shipping');
  const field = await screen.findByRole('combobox', { name: 'Their reply' });
  fireEvent.change(field, { target: { value: 'letter' } });
  fireEvent.click(await screen.findByRole('option', { name: /letter/ }));
  await waitFor(async () => expect((await requests())[0]?.replyExhibitId).toBe(core.exhibitIds[1]));
  expect(await screen.findByRole('button', { name: /^Open EX-000\d letter/ })).toBeTruthy();
});

test('an empty place says what belongs there; axe finds nothing in it nor in a new request', async () => {
  show();
  fireEvent.click(await screen.findByRole('button', { name: 'Record a request' }));
  await screen.findByLabelText('Addressee');
  expect(await axeFindings()).toEqual([]);
});
