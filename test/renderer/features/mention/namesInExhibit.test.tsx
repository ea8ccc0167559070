// @vitest-environment jsdom
// Names in an exhibit: those that the vault knows are cited or refused one by one or all at once; others become entities.
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MentionsOfEntity } from '../../../../renderer/features/mention/index.ts';
import { FoundInText } from '../../../../renderer/features/proposal/index.ts';
import { useUndo } from '../../../../renderer/workbench/index.ts';
import type { EntityId, ExhibitId } from '../../../../shared/kernel/ids.ts';
import { axeFindings } from '../../support/axeCheck.ts';
import { Workbench } from '../../support/Workbench.tsx';
import { type CaseOfTexts, openCaseOfTexts } from '../exhibit/caseOfTexts.ts';

let core: CaseOfTexts;
let exhibitId: ExhibitId;
let heron: EntityId;
beforeEach(async () => {
  core = await openCaseOfTexts({
    'a-log.txt': 'MV FABULA HERON met MV LITTLE AUK. Fabula Heron carried 3,500 MT of coal for Kim Chol Sam.',
    'b-letter.txt': 'The Fabula Heron was sold.',
  });
  exhibitId = core.exhibitIds[0] as ExhibitId;
  heron = (
    await core.run('entity.create', {
      caseId: core.caseId,
      schema: 'Vessel',
      statements: [{ property: 'name', value: 'FABULA HERON' }],
    })
  ).entityId;
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
function show(view: React.ReactNode) {
  render(
    <Workbench route={{ place: 'exhibits', caseId: core.caseId, exhibitId }}>
      {view}
      <Undo />
    </Workbench>,
  );
}
const quotes = async () =>
  (await core.run('entity.get', { entityId: heron })).statements.flatMap(one =>
    one.citations.filter(c => c.withdrawnAt === null).map(c => c.quote),
  );

test('what the vault knows is proposed as the entity, and not once more as a name', async () => {
  show(<FoundInText exhibitId={exhibitId} pageCount={1} />);
  const known = await screen.findByRole('list', { name: 'Entities proposed' });
  expect(within(known).getByText('2 places · FABULA HERON, Fabula Heron')).toBeTruthy();
  const rules = await screen.findByRole('list', { name: 'proposed values' });
  await waitFor(() =>
    expect([...rules.querySelectorAll('.proposal-value')].map(one => one.textContent)).toEqual([
      'LITTLE AUK',
      'Kim Chol Sam',
      '3500 t',
    ]),
  );
  expect(await axeFindings()).toEqual([]);
});

test('all places are accepted at once, and one undo takes them back', async () => {
  show(<FoundInText exhibitId={exhibitId} pageCount={1} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Accept all of FABULA HERON in this exhibit' }));
  await waitFor(async () => expect(await quotes()).toEqual(['FABULA HERON', 'Fabula Heron']));
  fireEvent.click(await screen.findByText('Undo accepting FABULA HERON in 2 places'));
  await waitFor(async () => expect(await quotes()).toEqual([]));
});

test('a rejection leaves the list, is shown on request, and can be taken back', async () => {
  show(<FoundInText exhibitId={exhibitId} pageCount={1} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Reject all of FABULA HERON in this exhibit' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Decided 1' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Places of FABULA HERON' }));
  const [first] = await screen.findAllByRole('button', { name: /^Take back: rejected/ });
  if (first) fireEvent.click(first);
  fireEvent.click(await screen.findByRole('button', { name: 'To decide' }));
  expect(await screen.findByRole('button', { name: 'Accept all of FABULA HERON in this exhibit' })).toBeTruthy();
});

test('a name that nobody has is made an entity, of the kind that the rule says', async () => {
  show(<FoundInText exhibitId={exhibitId} pageCount={1} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Accept Kim Chol Sam for an entity …' }));
  const field = await screen.findByRole('combobox', { name: 'Name' });
  expect(
    within(await screen.findByRole('listbox', { name: 'Entities' })).getAllByRole('option')[0]?.textContent,
  ).toMatch(/^New person “Kim Chol Sam”/);
  fireEvent.keyDown(field, { key: 'Enter' });
  await screen.findByRole('heading', { name: 'New entity' });
  await screen.findByText('Accepted (1)');
  fireEvent.change(screen.getByRole('combobox', { name: 'Which proposals' }), { target: { value: 'accepted' } });
  const accepted = await screen.findByRole('list', { name: 'accepted values' });
  expect(accepted.textContent).toContain('Kim Chol Sam');
});

test('a row that goes as it is decided leaves the keyboard on the same button of the next', async () => {
  show(<FoundInText exhibitId={exhibitId} pageCount={1} />);
  const reject = await screen.findByRole('button', { name: 'Reject LITTLE AUK' });
  reject.focus();
  fireEvent.click(reject);
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Reject Kim Chol Sam'));
});

test('of an entity every other place in the case is listed, and opens', async () => {
  show(<MentionsOfEntity caseId={core.caseId} entityId={heron} />);
  const list = await screen.findByRole('list', { name: 'Places that seem to name it' });
  expect(
    within(list)
      .getAllByRole('listitem')
      .map(one => one.textContent),
  ).toEqual([
    'MV FABULA HERON met MV LITTLE AUK. Fabula Heron carried…EX-0001, p. 1',
    '…met MV LITTLE AUK. Fabula Heron carried 3,500 MT of coal for Kim Chol Sam.EX-0001, p. 1',
    'The Fabula Heron was sold.EX-0002, p. 1',
  ]);
  fireEvent.click(screen.getByRole('button', { name: 'Accept “Fabula Heron”, EX-0002, p. 1' }));
  await screen.findByText('2 places to decide on');
  expect(await quotes()).toEqual(['Fabula Heron']);
  expect(await axeFindings()).toEqual([]);
});
