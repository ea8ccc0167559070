// @vitest-environment jsdom
// The map's place on a real vault. jsdom draws no canvas: what is drawn is tested by `mapPicture` and by the journey.
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { place } from '../../../../renderer/features/map/index.ts';
import { useChosen, useRoute } from '../../../../renderer/workbench/index.ts';
import type { EntityId } from '../../../../shared/kernel/ids.ts';
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

function Told() {
  const { ids } = useChosen();
  const route = useRoute();
  return (
    <output>
      {[...ids].join(' ')} {route.place} {route.exhibitId}
    </output>
  );
}
const show = () =>
  render(
    <Workbench route={{ place: 'map', caseId: core.caseId }}>
      <place.view />
      <Told />
    </Workbench>,
  );
const table = async () => {
  fireEvent.click(await screen.findByRole('radio', { name: 'Table' }));
  return await screen.findByRole('table', { name: 'What is on the map' });
};

async function twoEvents(): Promise<EntityId[]> {
  const { id: passageId } = await core.run('passage.mark', {
    exhibitId: core.exhibitIds[0] as never,
    selection: {
      kind: 'words',
      pageIndex: 0,
      quote: { exact: 'At 02:14 UTC two vessels', prefix: '', suffix: '' },
      rects: [],
    },
  });
  const vessel = await core.run('entity.create', {
    caseId: core.caseId,
    schema: 'Vessel',
    statements: [{ property: 'name', value: '새벽모루 5호' }],
  });
  const made: EntityId[] = [];
  for (const [name, date, latitude] of [
    ['Transfer at sea', '2026-03-15T02:14Z', 37.2],
    ['Sighting', '2026-03-15T03:14Z', 39.2],
  ] as const) {
    const { entityId } = await core.run('entity.create', {
      caseId: core.caseId,
      schema: 'Event',
      statements: [
        { property: 'name', value: name },
        { property: 'date', value: date },
        { property: 'participant', value: '새벽모루 5호', targetId: vessel.entityId },
        {
          property: 'position',
          value: `${latitude}, 123.7`,
          original: `${latitude} N 123-42 E`,
          detail: { position: { latitude, longitude: 123.7, datum: 'GCJ-02', notation: 'decimal degrees' } },
        },
      ],
      cite: { passageId },
    });
    made.push(entityId);
  }
  return made;
}

test('a case without places says what belongs on its map', async () => {
  show();
  expect(await screen.findByText('Nothing has a place yet')).toBeTruthy();
  expect(screen.getByText(/imply no opinion on the legal status/)).toBeTruthy();
  expect(await axeFindings()).toEqual([]);
});

test('the table has every mark in the order of time, as printed, with datum and WGS 84; a row leads to the words', async () => {
  const [transfer] = await twoEvents();
  show();
  const rows = within(await table()).getAllByRole('row');
  expect(rows).toHaveLength(3);
  expect(rows[1]?.textContent).toContain('Transfer at sea');
  expect(rows[1]?.textContent).toContain('“37.2 N 123-42 E”, GCJ-02');
  expect(rows[1]?.textContent).toMatch(/WGS 84: 37°1\d\.\d{3}′N/);
  fireEvent.click(within(rows[1] as HTMLElement).getByRole('button'));
  const inspector = await screen.findByRole('region', { name: 'Inspector' });
  expect(within(inspector).getByText(/The mark stands here/)).toBeTruthy();
  const words = await within(inspector).findByRole('button', { name: /^Read EX-0001/ });
  expect(document.querySelector('output')?.textContent).toContain(transfer);
  expect(await axeFindings()).toEqual([]);
  fireEvent.click(words);
  await waitFor(() =>
    expect(document.querySelector('output')?.textContent).toContain(`exhibits ${core.exhibitIds[0]}`),
  );
});

test('a track tells distance and speed leg by leg, and points at one that no ship makes as an indicator', async () => {
  await twoEvents();
  show();
  await table();
  fireEvent.click(screen.getByRole('button', { name: 'Track' }));
  const picker = await screen.findByLabelText('Joins the places of');
  const [, vessel] = picker.querySelectorAll('option');
  fireEvent.change(picker, { target: { value: vessel?.value } });
  const rows = within(screen.getByRole('table', { name: 'What is on the map' })).getAllByRole('row');
  expect(rows[2]?.textContent).toMatch(
    /120\.\d nm, 0\d\d° true, 1\.0 h, 120\.\d kn, faster than possible: an indicator/,
  );
  fireEvent.change(screen.getByLabelText('Impossible above, knots'), { target: { value: '200' } });
  fireEvent.blur(screen.getByLabelText('Impossible above, knots'));
  await waitFor(() => expect(screen.queryByText(/an indicator/)).toBeNull());
});

test('one day shows what was then, and the count says how much of all that is', async () => {
  await twoEvents();
  await core.run('entity.create', {
    caseId: core.caseId,
    schema: 'Event',
    statements: [
      { property: 'name', value: 'Loading' },
      { property: 'date', value: '2026-01-02' },
      { property: 'position', value: '25.18N 56.37E' },
    ],
  });
  show();
  await table();
  fireEvent.click(screen.getByRole('radio', { name: 'As at' }));
  expect(await screen.findByText('2 of 3 shown')).toBeTruthy();
  fireEvent.change(screen.getByLabelText('On, day'), { target: { value: '2026-01-02' } });
  expect(await screen.findByText('1 of 3 shown')).toBeTruthy();
  expect(within(screen.getByRole('table', { name: 'What is on the map' })).getByText('Loading')).toBeTruthy();
});
