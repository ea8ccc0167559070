// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { place } from '../../../../renderer/features/finding/index.ts';
import { useClaimInHand, useRoute, useUndo } from '../../../../renderer/workbench/index.ts';
import { axeFindings } from '../../support/axeCheck.ts';
import { Workbench } from '../../support/Workbench.tsx';
import { type FindingCase, openFindingCase } from './findingCase.ts';

let core: FindingCase;
beforeEach(async () => {
  core = await openFindingCase();
});
afterEach(async () => {
  cleanup();
  vi.unstubAllGlobals();
  await core.close();
});

/** The place while the route stays in it; beside it where one is, what is in hand, and what can be taken back. */
function Probe() {
  const route = useRoute();
  const { claim } = useClaimInHand();
  const { next, undo } = useUndo();
  return (
    <>
      {route.place === 'findings' && <place.view />}
      <output aria-label="Where">
        {[route.place, route.query, route.exhibitId, route.at?.kind, route.sourceId].filter(Boolean).join(' ')}
      </output>
      <output aria-label="In hand">{claim?.text}</output>
      <button type="button" onClick={() => void undo()}>
        Undo {next}
      </button>
    </>
  );
}

function show(open = true) {
  render(
    <Workbench route={{ place: 'findings', caseId: core.caseId, ...(open ? { findingId: core.findingId } : {}) }}>
      <Probe />
    </Workbench>,
  );
}

const finding = () => core.run('finding.get', { findingId: core.findingId });
const missing = () => screen.findByRole('region', { name: 'What is missing' });
const claimCard = async (number = 1) => within(await screen.findByRole('article', { name: `Claim ${number}` }));

test('a finding without evidence says what is missing, and the line leads to the search with the claim in hand', async () => {
  show();
  const lines = within(await missing());
  fireEvent.click(await lines.findByRole('button', { name: /Nothing is cited in support/ }));
  await waitFor(() => expect(screen.getByLabelText('Where').textContent).toBe('search'));
  expect(screen.getByLabelText('In hand').textContent).toBe('Two vessels lay alongside each other');
});

test('one who is named and was not asked leads to a request to them', async () => {
  await core.cite(0, 'two vessels lay alongside', 'supports');
  await core.run('finding.update', {
    findingId: core.findingId,
    participants: [{ name: '연습해운 Exercise Shipping', role: 'owner', entityId: null }],
  });
  show();
  fireEvent.click(
    await within(await missing()).findByRole('button', {
      name: /No reply was requested from 연습해운 Exercise Shipping/,
    }),
  );
  await waitFor(() => expect(screen.getByLabelText('Where').textContent).toBe('requests 연습해운 Exercise Shipping'));
});

test('a citation shows its frozen words, number, page and grade, and one press opens the words in the page', async () => {
  const citation = await core.cite(0, '공해상에서 환적이 이루어졌다.', 'supports');
  show();
  const card = await claimCard();
  const words = await card.findByRole('button', { name: /Read EX-0001|Read EX-0002/ });
  expect(words.textContent).toContain('공해상에서 환적이 이루어졌다.');
  expect(card.getByText('B2')).toBeTruthy();
  expect(card.getByText('p. 1')).toBeTruthy();
  fireEvent.click(words);
  await waitFor(() => expect(screen.getByLabelText('Where').textContent).toContain(`${core.exhibitIds[0]} passage`));
  expect(await screen.findByRole('region', { name: 'Cited page' })).toBeTruthy();
  expect(citation.quote).toBe('공해상에서 환적이 이루어졌다.');
});

test('an unanswered contradiction contests the claim; an answer lifts it, and undo takes the answer back', async () => {
  await core.cite(0, 'two vessels lay alongside', 'supports');
  await core.cite(1, 'met nobody', 'contradicts');
  show();
  const card = await claimCard();
  expect(await card.findByText('contested', { selector: '.status *' })).toBeTruthy();
  fireEvent.click(await within(await missing()).findByRole('button', { name: /contradicts it.*Answer it/ }));
  const answer = await card.findByLabelText<HTMLTextAreaElement>('Why it does not hold');
  fireEvent.change(answer, { target: { value: 'The log of the anchorage shows her leaving.' } });
  fireEvent.blur(answer);
  await waitFor(async () => expect((await finding()).status).toBe('probable'));
  fireEvent.click(await screen.findByRole('button', { name: 'Undo change of a citation' }));
  await waitFor(async () => expect((await finding()).status).toBe('contested'));
});

test('a status is raised only with a reason, flagged, and taken back by undo', async () => {
  await core.cite(0, 'two vessels lay alongside', 'supports');
  show();
  const card = await claimCard();
  fireEvent.click(card.getByRole('button', { name: 'More for claim 1' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: /Judge its status/ }));
  fireEvent.click(card.getByRole('radio', { name: /established/ }));
  const raise = card.getByRole<HTMLButtonElement>('button', { name: 'Raise it' });
  expect(raise.disabled).toBe(true);
  fireEvent.change(card.getByLabelText('Reason'), { target: { value: 'We saw it ourselves.' } });
  fireEvent.click(raise);
  expect(await card.findByText('raised by judgement')).toBeTruthy();
  expect((await finding()).status).toBe('established');
  fireEvent.click(await screen.findByRole('button', { name: 'Undo judgement of a status' }));
  await waitFor(async () => expect((await finding()).claims[0]?.judgement).toBeNull());
});

test('provisions that only call on States are not offered; a chosen one is measured against', async () => {
  show();
  fireEvent.click((await claimCard()).getByRole('button', { name: 'Measure claim 1 against a provision' }));
  const picker = within(await screen.findByRole('dialog', { name: 'Measure against a provision' }));
  expect(picker.getAllByText(/Verify against the resolution/).length).toBeGreaterThan(0);
  fireEvent.change(picker.getByLabelText('Words, resolution or paragraph'), { target: { value: '2375 ship-to-ship' } });
  fireEvent.click(await picker.findByRole('button', { name: /2375 \(2017\) ¶11/ }));
  await waitFor(async () => expect((await finding()).claims[0]?.provisionIds).toEqual(['unscr-2375-op11']));
  const offered = await core.run('provision.search', { words: '', includeCalls: false });
  expect(offered.filter(provision => provision.type === 'call')).toEqual([]);
});

test('claims are added, moved and withdrawn, each with undo', async () => {
  show();
  const field = await screen.findByLabelText('Next claim');
  fireEvent.change(field, { target: { value: 'She carried gas oil' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  await claimCard(2);
  const texts = async () => (await finding()).claims.map(claim => claim.text);
  expect(await texts()).toEqual(['Two vessels lay alongside each other', 'She carried gas oil']);
  fireEvent.click((await claimCard(2)).getByRole('button', { name: 'More for claim 2' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Move up' }));
  await waitFor(async () =>
    expect(await texts()).toEqual(['She carried gas oil', 'Two vessels lay alongside each other']),
  );
  fireEvent.click(await screen.findByRole('button', { name: 'Undo order of claims' }));
  await waitFor(async () =>
    expect(await texts()).toEqual(['Two vessels lay alongside each other', 'She carried gas oil']),
  );
  // The window follows the vault a moment later; a person presses what they see.
  await waitFor(async () => (await claimCard(1)).getByDisplayValue('Two vessels lay alongside each other'));
  fireEvent.click((await claimCard(1)).getByRole('button', { name: 'More for claim 1' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Withdraw this claim' }));
  await waitFor(async () => expect(await texts()).toEqual(['She carried gas oil']));
  fireEvent.click(await screen.findByRole('button', { name: 'Undo withdrawing a claim' }));
  await waitFor(async () => expect(await texts()).toHaveLength(2));
});

test('a citation put in the text becomes a chip there, and is on record without a button', async () => {
  const citation = await core.cite(0, 'two vessels lay alongside', 'supports');
  show();
  fireEvent.click(await (await claimCard()).findByRole('button', { name: /Put EX-000\d, p\. 1 in the text/ }));
  const chip = await screen.findByText(/^EX-000\d, p\. 1$/, { selector: '.narrative-chip' });
  expect(chip.getAttribute('data-citation-id')).toBe(citation.id);
  await waitFor(async () =>
    expect((await finding()).narrative).toEqual([
      { type: 'paragraph', runs: [{ type: 'citation', citationId: citation.id }] },
    ]),
  );
});

test('leaving the finding saves what was typed a moment ago', async () => {
  const citation = await core.cite(0, 'two vessels lay alongside', 'supports');
  show();
  const card = await claimCard();
  const put = await card.findByRole('button', { name: /Put EX-000\d, p\. 1 in the text/ });
  const { setTimeout: start } = globalThis;
  // The pause after which the text is saved by itself never ends here: only leaving can save it.
  vi.stubGlobal('setTimeout', (run: () => void, ms?: number) => (ms !== undefined && ms >= 500 && ms < 5000 ? 0 : start(run, ms)));
  fireEvent.click(put);
  await screen.findByText(/^EX-000\d, p\. 1$/, { selector: '.narrative-chip' });
  cleanup();
  await waitFor(async () => expect(JSON.stringify((await finding()).narrative)).toContain(citation.id));
});

test('those named are added with their part, and the reply shows', async () => {
  await core.run('request.create', {
    caseId: core.caseId,
    findingId: null,
    addressee: 'Exercise  shipping',
    substance: '',
    state: 'sent',
    sentOn: '2026-03-01' as never,
    dueOn: null,
    answeredOn: null,
    replyExhibitId: null,
    note: '',
  });
  show();
  fireEvent.click(await screen.findByRole('tab', { name: /Those named/ }));
  fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'Exercise Shipping' } });
  fireEvent.change(screen.getByLabelText('Part played'), { target: { value: 'owner' } });
  fireEvent.click(screen.getByRole('button', { name: 'Add' }));
  expect(await screen.findByText('has yet to reply')).toBeTruthy();
  expect((await finding()).participants.map(({ name, role, entityId }) => [name, role, entityId])).toEqual([
    ['Exercise Shipping', 'owner', null],
  ]);
});

test('the elements matrix counts independent origins for each claim', async () => {
  await core.cite(0, 'two vessels lay alongside', 'supports');
  await core.cite(1, 'met nobody', 'contradicts');
  show();
  fireEvent.click(await screen.findByRole('tab', { name: 'Elements matrix' }));
  const table = within((await screen.findAllByRole('table'))[0] as HTMLElement);
  expect(table.getByRole('columnheader', { name: /Harbour office/ })).toBeTruthy();
  expect(table.getAllByRole('cell').map(cell => cell.textContent)).toContain('1');
});

test('an empty place says what belongs there, and the first finding opens when it is begun', async () => {
  const { id: caseId } = await core.run('case.create', {
    reference: 'C-2',
    title: 'Another (exercise)',
    workstream: '',
    handlingMark: 'TLP:GREEN',
    standard: 'un-panel',
    lead: '',
    isExercise: true,
  });
  render(
    <Workbench route={{ place: 'findings', caseId }}>
      <Probe />
    </Workbench>,
  );
  fireEvent.click(await screen.findByRole('button', { name: 'Begin a finding' }));
  fireEvent.change(screen.getByLabelText('What does it conclude?'), { target: { value: '유류 환적' } });
  fireEvent.click(screen.getByRole('button', { name: 'Begin' }));
  expect(await screen.findByDisplayValue('유류 환적')).toBeTruthy();
  expect(await within(await missing()).findByText(/has no claims yet/)).toBeTruthy();
});

test('axe finds nothing in the editor', async () => {
  await core.cite(0, 'two vessels lay alongside', 'supports');
  show();
  await claimCard();
  expect(await axeFindings()).toEqual([]);
});
