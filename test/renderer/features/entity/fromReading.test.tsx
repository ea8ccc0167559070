// @vitest-environment jsdom
// Name seen → entity: select, E, Enter. The vault's matches stand first, a guess stays a guess, and one undo takes all of it back.
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EntityPopover, useTakingEntity } from '../../../../renderer/features/entity/index.ts';
import { useUndo } from '../../../../renderer/workbench/index.ts';
import type { Selection } from '../../../../shared/domain/passage.ts';
import type { ExhibitId } from '../../../../shared/kernel/ids.ts';
import { axeFindings } from '../../support/axeCheck.ts';
import { Workbench } from '../../support/Workbench.tsx';
import { type CaseOfTexts, openCaseOfTexts } from '../exhibit/caseOfTexts.ts';

let core: CaseOfTexts;
let exhibitId: ExhibitId;
beforeEach(async () => {
  core = await openCaseOfTexts();
  exhibitId = core.exhibitIds[0] as ExhibitId;
});
afterEach(async () => {
  cleanup();
  await core.close();
});

const name: Selection = {
  kind: 'words',
  pageIndex: 0,
  quote: { exact: 'SAEBYOK', prefix: 'The tanker FABULA lay alongside ', suffix: ' at noon.' },
  rects: [],
};
const anchor = { x: 10, y: 10, width: 80, height: 16 };

function Desk({ selection }: { selection: Selection }) {
  const taking = useTakingEntity(core.caseId, exhibitId);
  const { next, nextRedo, undo, redo } = useUndo();
  return (
    <>
      <button type="button" onClick={() => taking.begin(selection, anchor)}>
        Press E
      </button>
      <button type="button" onClick={() => void undo()}>
        Undo {next}
      </button>
      <button type="button" onClick={() => void redo()}>
        Redo {nextRedo}
      </button>
      <EntityPopover taking={taking} caseId={core.caseId} />
    </>
  );
}

async function pressE(selection = name) {
  render(
    <Workbench route={{ place: 'exhibits', caseId: core.caseId, exhibitId }}>
      <Desk selection={selection} />
    </Workbench>,
  );
  fireEvent.click(screen.getByText('Press E'));
  return screen.findByRole('combobox', { name: /^Name/ });
}
const things = async () => (await core.run('entity.list', { caseId: core.caseId })).rows;
const make = (schema: string, value: string) =>
  core.run('entity.create', { caseId: core.caseId, schema, statements: [{ property: 'name', value }] });
const passages = async () => core.run('passage.listForExhibit', { exhibitId });
const list = () => within(screen.getByRole('listbox', { name: 'Entities' }));
const options = () =>
  list()
    .getAllByRole('option')
    .map(option => option.textContent);

test('Enter makes the entity with its name cited; one undo takes it all back, one redo brings it again', async () => {
  const field = await pressE();
  fireEvent.keyDown(field, { key: 'Enter' });
  await screen.findByRole('heading', { name: 'New entity' });
  expect(await things()).toMatchObject([{ caption: 'SAEBYOK', statementCount: 1, citationCount: 1 }]);
  expect(await passages()).toMatchObject([{ quote: { exact: 'SAEBYOK' } }]);
  expect(await axeFindings()).toEqual([]);
  fireEvent.click(screen.getByText('Undo making an entity from the page'));
  await waitFor(async () => expect(await things()).toEqual([]));
  await waitFor(async () => expect(await passages()).toEqual([]));
  fireEvent.click(await screen.findByText('Redo making an entity from the page'));
  await waitFor(async () => expect(await things()).toMatchObject([{ citationCount: 1 }]));
  await waitFor(async () => expect(await passages()).toHaveLength(1));
});

test('the same name in the vault stands first and is taken by Enter, also before the vault has answered', async () => {
  const { entityId } = await make('Vessel', 'Saebyok');
  const field = await pressE();
  fireEvent.keyDown(field, { key: 'Enter' });
  await screen.findByRole('heading', { name: 'Cited' });
  expect(await things()).toMatchObject([{ id: entityId, statementCount: 1, citationCount: 1 }]);
  fireEvent.click(screen.getByRole('button', { name: 'Take it back' }));
  await waitFor(async () => expect(await things()).toMatchObject([{ id: entityId, citationCount: 0 }]));
});

test('what has only some words in common never stands before a new one', async () => {
  await make('Company', 'Saebyok Fable Bank');
  await pressE();
  await waitFor(() => expect(options().some(words => words?.includes('Fable Bank'))).toBe(true));
  expect(options()[0]).toMatch(/^New /);
  expect(options()[1]).toContain('a name begins so');
});

test('typing corrects the name of a new entity, and only looks for one that is there', async () => {
  const { entityId } = await make('Vessel', 'Fabula Heron');
  const field = await pressE();
  fireEvent.change(field, { target: { value: 'Fabula Heron' } });
  await screen.findByText(/the same name/);
  expect(screen.getByText(/^Records/).textContent).toContain('Records “SAEBYOK” as its name');
  fireEvent.keyDown(field, { key: 'Enter' });
  await screen.findByRole('heading', { name: 'Recorded' });
  const { statements } = await core.run('entity.get', { entityId });
  expect(statements.map(one => one.value).sort()).toEqual(['Fabula Heron', 'SAEBYOK']);
});

test('arrows choose, and numbers grade what was recorded', async () => {
  const field = await pressE();
  await waitFor(() => expect(options().length).toBeGreaterThan(3));
  fireEvent.keyDown(field, { key: 'ArrowDown' });
  const chosen = list().getByRole('option', { selected: true }).textContent ?? '';
  fireEvent.keyDown(field, { key: 'Enter' });
  const box = await screen.findByRole('group', { name: 'New entity' });
  const [made] = await things();
  expect(chosen.toLowerCase()).toContain(made?.schema.toLowerCase());
  fireEvent.keyDown(box, { key: '2' });
  await waitFor(async () => {
    const { statements } = await core.run('entity.get', { entityId: made?.id ?? '' } as never);
    expect(statements.map(one => [one.credibility, one.citations[0]?.credibility])).toEqual([[2, 2]]);
  });
  fireEvent.click(screen.getByText('Undo change of a credibility'));
  await waitFor(async () => {
    const { statements } = await core.run('entity.get', { entityId: made?.id ?? '' } as never);
    expect(statements.map(one => one.citations[0]?.credibility)).toEqual([6]);
  });
});

test('a number is recorded as what the words beside it say, and finds whose it is', async () => {
  const { entityId } = await core.run('entity.create', {
    caseId: core.caseId,
    schema: 'Vessel',
    statements: [{ property: 'imoNumber', value: '9074729' }],
  });
  const field = await pressE({
    ...name,
    quote: { exact: 'SAEBYOK', prefix: '', suffix: '' },
  });
  fireEvent.keyDown(field, { key: 'Escape' });
  cleanup();
  const number: Selection = {
    kind: 'words',
    pageIndex: 0,
    quote: { exact: '9074729', prefix: 'IMO ', suffix: '' },
    rects: [],
  };
  const other = await pressE(number);
  await screen.findByText(/9074729 is the same/);
  expect(screen.getByText(/^Records/).textContent).toContain('“9074729” as IMO');
  fireEvent.keyDown(other, { key: 'Enter' });
  await screen.findByRole('heading', { name: 'Cited' });
  expect((await things()).map(one => one.id)).toEqual([entityId]);
});

test('a place of a picture has no words: the name is typed', async () => {
  const field = await pressE({ kind: 'region', pageIndex: 0, rect: { x: 0, y: 0, w: 10, h: 10 } });
  await screen.findByText('Type the name as it stands there.');
  fireEvent.change(field, { target: { value: 'Heron' } });
  await screen.findByRole('option', { name: /^New person/ });
  fireEvent.keyDown(field, { key: 'Enter' });
  await screen.findByRole('heading', { name: 'New entity' });
  expect(await things()).toMatchObject([{ caption: 'Heron' }]);
});
