// Where a passage stands, as it is stored with it, frozen in its citation and kept through another reading.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sheetRows } from '../../../shared/domain/sheet.ts';
import { filledArea, quoteArea } from '../../../shared/domain/sheetQuote.ts';
import type { ExhibitId } from '../../../shared/kernel/ids.ts';
import { openTestCase, type TestCase } from '../../support/openTestCore.ts';

let vault: TestCase;
beforeEach(async () => {
  vault = await openTestCase();
});
afterEach(() => vault.close());

async function admitted(name: string, content: string): Promise<ExhibitId> {
  const [exhibitId] = await vault.admit(vault.write(name, content));
  if (!exhibitId) throw new Error('not admitted');
  return exhibitId;
}

const CREW =
  'Name,Passport,Joined,Paid\nRi Chol (exercise),,2017-11-26,yes\n김철 (연습),000000000,2017-11-26,yes\nRi Chol (exercise),,2017-11-26,yes\n';

async function markCells(exhibitId: ExhibitId, asked: { top: number; left: number; bottom: number; right: number }) {
  const [page] = await vault.run('exhibit.pages', { exhibitId, from: 0, count: 1 });
  const area = page && filledArea(sheetRows(page.text), asked);
  if (!page || !area) throw new Error('no cells');
  const { quote, span } = quoteArea(page.text, area);
  return vault.run('passage.mark', {
    exhibitId,
    selection: { kind: 'words', pageIndex: 0, quote, rects: [], share: span.start / page.text.length },
  });
}

test('a rectangle of cells is quoted without its neighbours, named by its corners, and cited so', async () => {
  const passage = await markCells(await admitted('crew.csv', CREW), { top: 1, left: 2, bottom: 2, right: 3 });
  expect([passage.quote.exact, passage.pageLabel]).toEqual(['2017-11-26\tyes\n2017-11-26\tyes', 'crew!C2:D3']);
  const finding = await vault.run('finding.create', { caseId: vault.caseId, title: 'A crew' });
  const { claimId } = await vault.run('finding.addClaim', { findingId: finding.id, text: 'They were paid.' });
  const citation = await vault.run('citation.cite', { claimId, passageId: passage.id, bearing: 'supports' });
  expect([citation.quote, citation.pageLabel]).toEqual([passage.quote.exact, 'crew!C2:D3']);
});

test('equal rows are told apart by where they were selected', async () => {
  const exhibitId = await admitted('crew.csv', CREW);
  const row = { left: 0, right: 3 };
  expect((await markCells(exhibitId, { ...row, top: 3, bottom: 3 })).pageLabel).toBe('crew!A4:D4');
  expect((await markCells(exhibitId, { ...row, top: 1, bottom: 1 })).pageLabel).toBe('crew!A2:D2');
});

test('cells stay anchored when the exhibit is read again', async () => {
  const exhibitId = await admitted('crew.csv', CREW);
  const { id, position } = await markCells(exhibitId, { top: 1, left: 2, bottom: 3, right: 3 });
  await vault.finish(await vault.run('exhibit.extract', { caseId: vault.caseId, exhibitIds: [exhibitId] }));
  expect(await vault.run('passage.get', { passageId: id })).toMatchObject({
    anchor: 'anchored',
    position,
    pageLabel: 'crew!C2:D4',
  });
});

test('words of a message are named by its header or body', async () => {
  const exhibitId = await admitted(
    'note.eml',
    'From: a@example.invalid\r\nTo: b@example.invalid\r\nDate: Tue, 10 Mar 2026 09:12:00 +0900\r\nSubject: Meeting\r\n\r\nThe heron will be silent.\r\n',
  );
  const mark = async (exact: string) =>
    (
      await vault.run('passage.mark', {
        exhibitId,
        selection: { kind: 'words', pageIndex: 0, quote: { exact, prefix: '', suffix: '' }, rects: [] },
      })
    ).pageLabel;
  expect([await mark('10 Mar 2026'), await mark('will be silent')]).toEqual(['header: Date', 'body']);
});
