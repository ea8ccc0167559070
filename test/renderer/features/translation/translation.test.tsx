// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PassageTranslation, TranslationsOfExhibit } from '../../../../renderer/features/translation/index.ts';
import { useQuery } from '../../../../renderer/api/index.ts';
import type { ExhibitId, PassageId } from '../../../../shared/kernel/ids.ts';
import { axeFindings } from '../../support/axeCheck.ts';
import { Workbench } from '../../support/Workbench.tsx';
import { type CaseOfTexts, openCaseOfTexts } from '../exhibit/caseOfTexts.ts';

const WORDS = '석탄 5,000톤을 환적하였다';

let core: CaseOfTexts;
let exhibitId: ExhibitId;
beforeEach(async () => {
  core = await openCaseOfTexts({ 'a.txt': `연습. ${WORDS}. 끝.`, 'b.txt': 'Exercise. They moved coal.' });
  const { rows } = await core.run('exhibit.list', { caseId: core.caseId });
  exhibitId = rows[0]?.id as ExhibitId;
});
afterEach(async () => {
  cleanup();
  await core.close();
});

const versions = async () =>
  (await core.run('translation.listForExhibit', { exhibitId, history: true })).map(one => [
    one.version,
    one.text,
    one.translator,
    one.isCertified,
    one.supersededAt === null,
  ]);

function type(label: string | RegExp, value: string, within_: HTMLElement = document.body) {
  const field = within(within_).getByLabelText<HTMLInputElement | HTMLTextAreaElement>(label);
  fireEvent.change(field, { target: { value } });
  fireEvent.blur(field);
}

function Inspected() {
  const { data } = useQuery('exhibit.get', { exhibitId });
  return data ? <TranslationsOfExhibit exhibit={data} /> : null;
}

test('a page is translated beside its original; each change, however quick, is a version upon the one before', async () => {
  render(
    <Workbench route={{ place: 'exhibits', caseId: core.caseId, exhibitId }}>
      <Inspected />
    </Workbench>,
  );
  fireEvent.click(await screen.findByRole('button', { name: 'Translate page by page' }));
  const panel = await screen.findByRole('dialog', { name: 'EX-0001 and its translation' });
  expect(await within(panel).findByText(new RegExp(WORDS))).toBeTruthy();
  await within(panel).findByLabelText('Words of the translation');
  expect(await axeFindings()).toEqual([]);
  type('Translator', 'Kim Example', panel);
  type('Words of the translation', 'Exercise. Coal was moved.', panel);
  fireEvent.click(within(panel).getByLabelText('Certified'));
  await within(panel).findByText(/Version 2, saved by Test Person/);
  expect(await versions()).toEqual([
    [2, 'Exercise. Coal was moved.', 'Kim Example', true, true],
    [1, 'Exercise. Coal was moved.', 'Kim Example', false, false],
  ]);
  fireEvent.click(within(panel).getByRole('button', { name: 'Close' }));
  expect(await screen.findByText(/English: translation by Kim Example, human, certified/)).toBeTruthy();
});

test('earlier versions are a fold with their words and whose they are; a withdrawn one is restored from there', async () => {
  const details = {
    language: 'en',
    translator: 'Kim Example',
    method: 'human' as const,
    isCertified: false,
    certificationNote: '',
    madeOn: null,
  };
  const of = { kind: 'page' as const, pageIndex: 0 };
  const first = await core.run('translation.write', { exhibitId, of, text: 'Coal was moved.', details });
  const second = await core.run('translation.write', {
    exhibitId,
    of,
    text: 'Coal was transferred.',
    details: { ...details, translator: 'Office of Example' },
    supersedes: first.id,
  });
  render(
    <Workbench route={{ place: 'exhibits', caseId: core.caseId, exhibitId }}>
      <Inspected />
    </Workbench>,
  );
  fireEvent.click(await screen.findByRole('button', { name: 'Earlier and withdrawn versions' }));
  const list = await screen.findByRole('list', { name: 'Earlier and withdrawn versions' });
  const told = () =>
    within(list)
      .getAllByRole('listitem')
      .map(one => one.textContent);
  expect(told()).toEqual([
    expect.stringMatching(
      /^Version 1 of page 1 superseded.*Kim Example, human, not certified\. Saved by Test Person, .*Coal was moved\.$/,
    ),
  ]);
  expect(await axeFindings()).toEqual([]);
  await core.run('translation.withdraw', { translationId: second.id });
  fireEvent.click(await within(list).findByRole('button', { name: 'Restore version 2' }));
  await waitFor(async () =>
    expect((await versions()).map(([version, , , , stands]) => [version, stands])).toEqual([
      [2, true],
      [1, false],
    ]),
  );
  await waitFor(() => expect(told()).toHaveLength(1));
  expect(await core.run('translation.listForExhibit', { exhibitId })).toMatchObject([
    { id: second.id, withdrawnAt: null },
  ]);
});

test('another exhibit can be the translation', async () => {
  render(
    <Workbench route={{ place: 'exhibits', caseId: core.caseId, exhibitId }}>
      <Inspected />
    </Workbench>,
  );
  fireEvent.click(await screen.findByRole('button', { name: /Another exhibit is the translation/ }));
  const field = screen.getByLabelText('The exhibit that is the translation');
  fireEvent.focus(field);
  fireEvent.change(field, { target: { value: 'b' } });
  fireEvent.keyDown(field, { key: 'ArrowDown' });
  fireEvent.click(await screen.findByRole('option', { name: /EX-0002/ }));
  fireEvent.click(screen.getByRole('button', { name: 'Link it' }));
  expect(await screen.findByRole('button', { name: 'EX-0002 is not the translation' })).toBeTruthy();
});

test('an exhibit that nobody translated has nothing to unfold; one whose translation was withdrawn has', async () => {
  render(
    <Workbench route={{ place: 'exhibits', caseId: core.caseId, exhibitId }}>
      <Inspected />
    </Workbench>,
  );
  await screen.findByRole('button', { name: 'Translate page by page' });
  expect(screen.queryByRole('button', { name: 'Earlier and withdrawn versions' })).toBeNull();
  const { id: translationId } = await core.run('translation.write', {
    exhibitId,
    of: { kind: 'page', pageIndex: 0 },
    text: 'Coal was moved.',
    details: {
      language: 'en',
      translator: '',
      method: 'machine',
      isCertified: false,
      certificationNote: '',
      madeOn: null,
    },
  });
  await core.run('translation.withdraw', { translationId });
  fireEvent.click(await screen.findByRole('button', { name: 'Earlier and withdrawn versions' }));
  expect(await screen.findByText('withdrawn')).toBeTruthy();
});

test('a passage in hand is translated where it stands', async () => {
  const { id: passageId } = await core.run('passage.mark', {
    exhibitId,
    selection: { kind: 'words', pageIndex: 0, quote: { exact: WORDS, prefix: '', suffix: '' }, rects: [] },
  });
  render(
    <Workbench route={{ place: 'exhibits', caseId: core.caseId, exhibitId }}>
      <InHand passageId={passageId} />
    </Workbench>,
  );
  fireEvent.click(await screen.findByRole('button', { name: 'Translate these words' }));
  type('Translation', '5,000 tons of coal were transferred');
  await waitFor(async () =>
    expect((await core.run('passage.get', { passageId })).translation?.text).toBe(
      '5,000 tons of coal were transferred',
    ),
  );
  fireEvent.click(await screen.findByRole('button', { name: 'Withdraw this translation' }));
  await waitFor(async () => expect((await core.run('passage.get', { passageId })).translation).toBeNull());
});

function InHand({ passageId }: { passageId: PassageId }) {
  const { data } = useQuery('passage.get', { passageId });
  return data ? <PassageTranslation passage={data} /> : null;
}
