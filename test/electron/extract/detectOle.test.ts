import { expect, test } from 'vitest';
import { byteReaderOver } from '../../../electron/extract/byteReader.ts';
import { type NewCompoundEntry, writeCompoundFile } from '../../../electron/extract/cfbWrite.ts';
import { detectType } from '../../../electron/extract/detect.ts';
import { bytesOf, extractHere } from './support/extractHere.ts';
import { makePropertySet } from './support/makeProperties.ts';

const stream = (name: string, text = 'x'): NewCompoundEntry => ({ name, bytes: bytesOf(text) });

test.each<[string, NewCompoundEntry[], string]>([
  ['application/msword', [stream('WordDocument'), stream('1Table')], 'doc'],
  ['application/vnd.ms-excel', [stream('Workbook')], 'xls'],
  ['application/vnd.ms-excel', [stream('Book')], 'xls'],
  ['application/vnd.ms-powerpoint', [stream('PowerPoint Document')], 'ppt'],
  ['application/vnd.ms-outlook', [stream('__properties_version1.0')], 'msg'],
  ['application/x-hwp', [stream('FileHeader'), stream('DocInfo')], 'hwp'],
  ['application/vnd.visio', [stream('VisioDocument')], 'vsd'],
  ['application/x-mspublisher', [{ name: 'Quill', children: [] }, stream('Contents'), stream('WordDocument')], 'pub'],
  ['application/vnd.ms-works', [stream('MatOST')], 'wps'],
  ['application/vnd.ms-project', [stream('Props12')], 'mpp'],
  ['application/x-msi', [stream('\u4840\u3f3f')], 'msi'],
  ['application/x-ms-thumbnails', [stream('Catalog'), stream('1')], 'db'],
])('a compound file is told by what lies at its root: %s', async (mediaType, entries, suffixHint) => {
  const bytes = writeCompoundFile(entries);
  expect(await detectType(byteReaderOver(bytes), 'x.bin')).toEqual({ mediaType, suffixHint });
});

test('a compound file of no known kind, or a broken one, is still a compound file', async () => {
  const unknown = { mediaType: 'application/x-ole-storage' };
  expect(await detectType(byteReaderOver(writeCompoundFile([stream('Whatever')])), 'x.doc')).toEqual(unknown);
  const broken = writeCompoundFile([stream('WordDocument')]).subarray(0, 512);
  expect(await detectType(byteReaderOver(broken), 'x.doc')).toEqual(unknown);
  expect((await extractHere(broken, 'x.doc')).outcome).toMatchObject({ problem: { code: 'unreadable' } });
});

test('a PDF that lies first inside a compound file does not make a PDF of it', async () => {
  const bytes = writeCompoundFile([{ name: 'CONTENTS', bytes: bytesOf(`%PDF-1.4 ${' '.repeat(5000)}`) }]);
  const { outcome, parts } = await extractHere(bytes, 'oleObject1.bin');
  expect(outcome).toMatchObject({ ok: true, summary: { detected: { mediaType: 'application/x-ole-package' } } });
  expect(parts.map(part => part.name)).toEqual(['oleObject1.pdf']);
});

test('of a drawing the properties are shown, and that its text is not read', async () => {
  const properties = makePropertySet(1252, { 2: { text: bytesOf('Plan') }, 4: { text: bytesOf('A. Example') } });
  const bytes = writeCompoundFile([stream('VisioDocument'), { name: '\x05SummaryInformation', bytes: properties }]);
  expect((await extractHere(bytes, 'plan.vsd')).outcome).toMatchObject({
    summary: { title: 'Plan', metadata: { author: 'A. Example' }, warnings: [expect.stringContaining('not read')] },
  });
});
