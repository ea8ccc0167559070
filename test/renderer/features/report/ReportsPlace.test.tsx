// @vitest-environment jsdom
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { place } from '../../../../renderer/features/report/index.ts';
import { useRoute } from '../../../../renderer/workbench/index.ts';
import { makePng } from '../../../support/makePng.ts';
import { axeFindings } from '../../support/axeCheck.ts';
import { Workbench } from '../../support/Workbench.tsx';
import { type FindingCase, openFindingCase } from '../finding/findingCase.ts';

let core: FindingCase;
beforeEach(async () => {
  core = await openFindingCase();
  // jsdom lays nothing out.
  Element.prototype.scrollIntoView = () => {};
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:picture', revokeObjectURL: () => {} }));
});
afterEach(async () => {
  cleanup();
  vi.unstubAllGlobals();
  Reflect.deleteProperty(window, 'probatum');
  await core.close();
});

function Probe() {
  const route = useRoute();
  return (
    <>
      {route.place === 'reports' && <place.view />}
      <output aria-label="Where">{[route.place, route.exhibitId, route.findingId].filter(Boolean).join(' ')}</output>
    </>
  );
}

function show() {
  render(
    <Workbench route={{ place: 'reports', caseId: core.caseId }}>
      <Probe />
    </Workbench>,
  );
}

/** The desktop's dialog, answered as by a person who takes the proposed name. */
function answerSaveAs(): string[] {
  const asked: string[] = [];
  const desktop = async (_: string, input: unknown) => {
    const { suggestedName } = input as { suggestedName: string };
    asked.push(suggestedName);
    return core.core.grants.grant(join(core.folder, suggestedName));
  };
  Object.assign(window, {
    probatum: { desktop, platform: 'linux', requestCorePort: () => {}, grantDropped: async () => [], onMenu: () => {} },
  });
  return asked;
}

const preview = () => screen.findByRole('article', { name: /^Preview of/ });

test('the preview numbers its paragraphs, and a note leads to the words in the page', async () => {
  await core.cite(0, 'two vessels lay alongside', 'supports');
  show();
  const paper = within(await preview());
  expect(paper.getByText('1.')).toBeTruthy();
  const note = (await paper.findAllByRole('button', { name: /^Read EX-000\d$/ }))[0] as HTMLElement;
  fireEvent.click(note);
  await waitFor(() => expect(screen.getByLabelText('Where').textContent).toBe(`exhibits ${core.exhibitIds[0]}`));
});

test('the call of a note moves to the note, and the note back to its call', async () => {
  await core.cite(0, 'two vessels lay alongside', 'supports');
  show();
  const paper = within(await preview());
  fireEvent.click((await paper.findAllByRole('button', { name: /^Note 1: EX-/ }))[0] as HTMLElement);
  expect(document.activeElement?.id).toBe('note-1');
  fireEvent.click(paper.getByRole('button', { name: 'Back to where note 1 is called' }));
  expect(document.activeElement?.id).toBe('note-call-1');
});

test('what a careful reader would find leads to the finding', async () => {
  show();
  fireEvent.click(await screen.findByRole('button', { name: /problems? that a careful reader would find/ }));
  fireEvent.click((await screen.findAllByRole('button', { name: /^Open the finding/ }))[0] as HTMLElement);
  await waitFor(() => expect(screen.getByLabelText('Where').textContent).toBe(`findings ${core.findingId}`));
});

test('two presses compile, with the pre-flight between them, and the edition is listed with its hash', async () => {
  const asked = answerSaveAs();
  await core.cite(0, 'two vessels lay alongside', 'supports');
  show();
  await preview();
  fireEvent.click(screen.getByRole('button', { name: 'Compile to Markdown' }));
  const panel = within(await screen.findByRole('dialog', { name: 'Compile to Markdown' }));
  expect(await panel.findByText(/1 exhibit is cited/)).toBeTruthy();
  fireEvent.click(panel.getByRole('button', { name: /Save as/ }));
  expect(await panel.findByText(/is written, and frozen as an edition/)).toBeTruthy();
  expect(asked).toEqual(['C-2026-7 Transfers at sea (exercise).md']);
  expect(existsSync(join(core.folder, asked[0] ?? ''))).toBe(true);
  const [edition] = await core.run('report.editions', { caseId: core.caseId });
  expect(await screen.findByText(edition?.contentSha256 ?? 'none')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Comments on Transfers at sea (exercise), edition 1' })).toBeTruthy();
});

test('with every finding left out there is nothing to compile, and the place says so', async () => {
  show();
  fireEvent.click(await screen.findByRole('checkbox', { name: /^F-1/ }));
  expect(await screen.findByText('No finding is chosen')).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Compile to DOCX' }).disabled).toBe(true);
});

async function addFigure(caption: string, findingId: FindingCase['findingId'] | null = core.findingId) {
  return core.run('figure.add', {
    caseId: core.caseId,
    findingId,
    kind: 'chart',
    caption,
    altText: `In words: ${caption}`,
    table: { columns: ['From', 'To'], rows: Array.from({ length: 250 }, (_, row) => [`Row ${row}`, 'Blue Heron']) },
    entityIds: [],
    citationIds: [(await core.cite(0, 'two vessels lay alongside', 'supports')).id],
    png: new Uint8Array(makePng(30, 20)),
  });
}

test('a figure stands in the preview with its words, and its caption is changed there', async () => {
  const { id } = await addFigure('Ties at sea');
  show();
  const figure = within(await within(await preview()).findByRole('figure', { name: '' }));
  expect(figure.getByText('Figure I. Ties at sea')).toBeTruthy();
  expect(await figure.findByRole('img', { name: 'In words: Ties at sea' })).toBeTruthy();
  fireEvent.click(figure.getByRole('button', { name: 'Change caption, source and words' }));
  const panel = within(await screen.findByRole('dialog', { name: 'Figure of the report' }));
  expect(await axeFindings()).toEqual([]);
  const caption = panel.getByLabelText('Caption');
  fireEvent.change(caption, { target: { value: 'Ties on land' } });
  fireEvent.blur(caption);
  expect(await screen.findByText('Figure I. Ties on land')).toBeTruthy();
  fireEvent.click(panel.getByRole('button', { name: 'Remove from the report' }));
  await waitFor(async () => expect(await core.run('figure.list', { caseId: core.caseId })).toEqual([]));
  fireEvent.click(await screen.findByRole('button', { name: 'Restore Ties on land' }));
  await waitFor(async () => expect(await core.run('figure.list', { caseId: core.caseId })).toMatchObject([{ id }]));
});

test('the outline lists figures as they are counted, leads to them, and moves them among their own', async () => {
  await addFigure('In the annex', null);
  await addFigure('First');
  await addFigure('Second');
  show();
  await preview();
  const rows = async () =>
    (await screen.findAllByRole('button', { name: /^(I|II|III) (First|Second|In the annex)$/ })).map(
      row => row.textContent,
    );
  await waitFor(async () => expect(await rows()).toEqual(['I First', 'II Second', 'III In the annex']));
  fireEvent.click(screen.getByRole('button', { name: 'II Second' }));
  expect(document.activeElement?.textContent).toBe('Figure II. Second');
  fireEvent.click(screen.getByRole('button', { name: 'More on Second' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Move up' }));
  await waitFor(async () => expect(await rows()).toEqual(['I Second', 'II First', 'III In the annex']));
});

test('a figure is commented on where it is listed, and shows how much is said of it', async () => {
  const { id } = await addFigure('Ties at sea');
  show();
  fireEvent.click(await screen.findByRole('button', { name: 'Comments on Figure I. Ties at sea' }));
  const form = within(await screen.findByRole('form', { name: 'Comment' }));
  fireEvent.change(form.getByLabelText('Comment'), { target: { value: 'Which day?' } });
  fireEvent.click(form.getByRole('button', { name: 'Comment' }));
  expect(
    await screen.findByRole('button', { name: 'Comments on Figure I. Ties at sea, 1 comment, 1 open' }),
  ).toBeTruthy();
  expect((await core.run('comment.list', { caseId: core.caseId })).map(({ subject }) => subject)).toEqual([
    { kind: 'figure', id, pageIndex: null },
  ]);
});

test('the table of a figure is led to from it; what is too long to read on a screen is said', async () => {
  await addFigure('Ties at sea');
  show();
  const paper = within(await preview());
  fireEvent.click(await paper.findByRole('button', { name: 'The same as a table: Annex D' }));
  expect(document.activeElement?.textContent).toBe(
    'Figure I as a table. Ties at sea (The first 200 of 250 rows; all of them are written.)',
  );
  expect(paper.getByText('Row 199')).toBeTruthy();
  expect(paper.queryByText('Row 200')).toBeNull();
});

test('what is wrong with a figure is mended at the figure', async () => {
  const { id: figureId } = await addFigure('Ties at sea');
  await core.run('figure.update', { figureId, change: { sourceLine: '' } });
  show();
  fireEvent.click(await screen.findByRole('button', { name: /problems? that a careful reader would find/ }));
  fireEvent.click(await screen.findByRole('button', { name: 'Open the figure: Figure I names no source.' }));
  const panel = within(await screen.findByRole('dialog', { name: 'Figure of the report' }));
  fireEvent.click(await panel.findByRole('button', { name: 'Use this' }));
  expect(await panel.findByDisplayValue(/^Source: EX-000\d, p\. 1/)).toBeTruthy();
});

test('axe finds nothing in outline and preview', async () => {
  await addFigure('Ties at sea');
  show();
  await preview();
  expect(await axeFindings()).toEqual([]);
});
