// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AddFigure, savePicture } from '../../../../renderer/features/figure/index.ts';
import type { CitationId } from '../../../../shared/kernel/ids.ts';
import { makePng } from '../../../support/makePng.ts';
import { axeFindings } from '../../support/axeCheck.ts';
import { Workbench } from '../../support/Workbench.tsx';
import { type FindingCase, openFindingCase } from '../finding/findingCase.ts';

let core: FindingCase;
beforeEach(async () => {
  core = await openFindingCase();
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:picture', revokeObjectURL: () => {} }));
});
afterEach(async () => {
  cleanup();
  vi.unstubAllGlobals();
  Reflect.deleteProperty(window, 'probatum');
  await core.close();
});

const ALT = 'Two boxes, “Haneul 7” and “Paper Lantern”, with a line between them.';

interface Given {
  citationIds?: CitationId[];
  caption?: string;
  altText?: string;
  picture?: () => Promise<Uint8Array>;
}

async function open({ citationIds = [], caption = 'Ties of the Haneul 7', altText = ALT, picture }: Given = {}) {
  render(
    <Workbench route={{ place: 'chart', caseId: core.caseId }}>
      <AddFigure
        caseId={core.caseId}
        kind="chart"
        caption={caption}
        altText={altText}
        entityIds={[]}
        citationIds={citationIds}
        picture={picture ?? (async () => new Uint8Array(makePng(30, 20)))}
        table={() => ({ columns: ['From', 'To'], rows: [['Haneul 7', 'Paper Lantern']] })}
      />
    </Workbench>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Put this chart into the report' }));
  return within(await screen.findByRole('dialog', { name: 'Put this chart into the report' }));
}

const figures = () => core.run('figure.list', { caseId: core.caseId });

test('shows what will stand there, proposes the source line, and adds it to the finding that is chosen', async () => {
  const { id } = await core.cite(0, 'two vessels lay alongside', 'supports');
  const panel = await open({ citationIds: [id] });
  expect(await panel.findByRole('img', { name: ALT })).toBeTruthy();
  expect(panel.getByText('Table of 1 row · rests on 1 citation')).toBeTruthy();
  expect(await panel.findByDisplayValue(/^Source: EX-000\d, p\. 1, annotated by the team\.$/)).toBeTruthy();
  await panel.findByRole('option', { name: /^F-1/ });
  fireEvent.change(panel.getByLabelText('Stands in'), { target: { value: core.findingId } });
  expect(await axeFindings()).toEqual([]);
  fireEvent.click(panel.getByRole('button', { name: 'Add to the report' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(await figures()).toMatchObject([
    { caption: 'Ties of the Haneul 7', altText: ALT, findingId: core.findingId, citationIds: [id], widthPx: 30 },
  ]);
});

test('a source line that was written is kept', async () => {
  const { id } = await core.cite(0, 'two vessels lay alongside', 'supports');
  const panel = await open({ citationIds: [id] });
  fireEvent.change(panel.getByLabelText('Source line'), { target: { value: 'Source: the team.' } });
  await panel.findByRole('img', { name: ALT });
  fireEvent.click(panel.getByRole('button', { name: 'Add to the report' }));
  await waitFor(async () => expect((await figures())[0]?.sourceLine).toBe('Source: the team.'));
});

test('asks for a caption and for words in the place of the picture', async () => {
  const panel = await open({ caption: '', altText: ' ' });
  await panel.findByText('Table of 1 row · rests on 0 citations');
  expect(panel.getByText(/Nothing that it shows is cited yet/)).toBeTruthy();
  fireEvent.click(panel.getByRole('button', { name: 'Add to the report' }));
  expect(await panel.findByText('Say what the figure shows.')).toBeTruthy();
  expect(panel.getByText('Without these words some readers get nothing.')).toBeTruthy();
  expect(await figures()).toEqual([]);
});

test('a picture that cannot be drawn is told, and drawn again on request', async () => {
  let broken = true;
  const panel = await open({
    picture: async () => {
      if (broken) throw new Error('no canvas');
      return new Uint8Array(makePng(30, 20));
    },
  });
  const again = await panel.findByRole('button', { name: /again|retry/i });
  expect(panel.getByRole<HTMLButtonElement>('button', { name: 'Add to the report' }).disabled).toBe(true);
  broken = false;
  fireEvent.click(again);
  expect(await panel.findByRole('img', { name: ALT })).toBeTruthy();
});

test('a picture is saved where the person says, and nowhere without an answer', async () => {
  const answers = [core.core.grants.grant(join(core.folder, 'chart.svg')), null];
  Object.assign(window, { probatum: { desktop: async () => answers.shift() } });
  const bytes = new TextEncoder().encode('<svg/>');
  expect(await savePicture(core.caseId, 'chart.svg', bytes, 'Chart, 2 entities', { citationIds: [] })).toBe(
    'chart.svg',
  );
  expect(readFileSync(join(core.folder, 'chart.svg'), 'utf8')).toBe('<svg/>');
  expect(await savePicture(core.caseId, 'chart.svg', bytes, 'Chart, 2 entities', { citationIds: [] })).toBeNull();
});
