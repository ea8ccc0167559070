/** Folders of Outlook are too involved to be built here; the library that reads them brings one of its makers'. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { extractHere, textOf } from './support/extractHere.ts';

const SAMPLE = new URL(
  '../../../node_modules/pst-extractor/example/testdata/pstextractortest@outlook.com.ost',
  import.meta.url,
);

describe('folders of Outlook', () => {
  test('give each message as mail, under the name of its folder', async () => {
    const { outcome, pages, parts } = await extractHere(new Uint8Array(readFileSync(SAMPLE)), 'box.ost');
    expect(outcome).toMatchObject({ summary: { structure: { kind: 'archive', format: 'pst', leftOut: [] } } });
    expect(textOf(pages).split('\n')[0]).toBe('Number\tFolder\tDate\tFrom\tTo\tSubject\tSize');
    const message = parts.find(part => part.name.endsWith('text file attachment.eml'));
    expect(message?.name).toBe('Root - Mailbox/IPM_SUBTREE/Inbox/0005 text file attachment.eml');
    const read = await extractHere(message?.bytes ?? new Uint8Array(0), 'm.eml');
    expect(textOf(read.pages)).toContain('Subject: text file attachment');
    expect(read.parts.map(part => part.name)).toEqual(['text.txt']);
  });

  test('that are damaged are refused in words', async () => {
    const bytes = new Uint8Array(4096);
    bytes.set(new TextEncoder().encode('!BDN\0\0\0\0SM\x17'));
    const { outcome } = await extractHere(bytes, 'box.pst');
    expect(outcome).toMatchObject({
      ok: false,
      problem: { code: 'unreadable', detail: expect.stringContaining('Outlook') },
    });
  });
});
