import { describe, expect, test } from 'vitest';
import { bytesOf, extractHere, textOf } from './support/extractHere.ts';

async function textOfHtml(html: string): Promise<string> {
  return textOf((await extractHere(bytesOf(`<!doctype html>${html}`), 'page.html')).pages);
}

describe('a web page', () => {
  test.each([
    [
      'blocks are lines and paragraphs',
      '<div>one</div><div>two</div><p>three<br>four</p><p>five</p>',
      'one\ntwo\n\nthree\nfour\n\nfive',
    ],
    ['white space collapses, but not in preformatted text', '<p> a\n  b </p><pre>c\n  d</pre>', 'a b\n\nc\n  d'],
    ['inline elements do not break words', '<p>ship-<b>to</b>-ship, <i>so</i>called</p>', 'ship-to-ship, socalled'],
    [
      'tables are tab-separated',
      '<table><tr><th>Port</th><th>Date</th></tr><tr><td>A</td><td><p>1 May</p></td></tr></table>',
      'Port\tDate\nA\t1 May',
    ],
    [
      'lists keep their marks',
      '<ol start="3"><li>three</li><li>four</li></ol><ul><li>dot</li></ul>',
      '3. three\n4. four\n\n• dot',
    ],
    [
      'pictures give their alternative text',
      '<p>before <img src="http://x/y.png" alt="Bow of the vessel"> after</p>',
      'before [Bow of the vessel] after',
    ],
    [
      'scripts, styles and comments are no words',
      '<p>a<script>b()</script><style>c{}</style><!-- d --><noscript>e</noscript></p>',
      'a',
    ],
    ['entities are characters', '<p>&lt;tag&gt; &amp; &eacute; &#x41; &nbsp;</p>', '<tag> & é A \u00a0'],
    [
      'broken markup is read as far as it goes',
      '<p>one <b>two <p>three</i> <table><td>four',
      'one two\n\nthree\n\nfour',
    ],
  ])('%s', async (_, html, text) => {
    expect((await textOfHtml(html)).trim()).toBe(text.trim());
  });

  test('tells its title, language, author and date, and that it hides words', async () => {
    const { outcome, pages } = await extractHere(
      bytesOf(
        '<html lang="ko-KP"><head><title> An exercise </title><meta name="author" content="A. Example"><meta property="article:published_time" content="2026-03-01"></head><body><p>shown</p><p style="display: none">hidden</p></body></html>',
      ),
      'x',
    );
    expect(textOf(pages)).toBe('shown');
    expect(outcome).toMatchObject({
      summary: {
        title: 'An exercise',
        languages: ['ko'],
        metadata: { author: 'A. Example', published: '2026-03-01' },
        warnings: [expect.stringContaining('hides')],
      },
    });
  });

  test('in a declared encoding is read in it', async () => {
    const html = Uint8Array.from([
      ...bytesOf('<html><head><meta charset="euc-kr"></head><body>'),
      0xc7,
      0xd1,
      0xb1,
      0xb9,
      ...bytesOf('</body></html>'),
    ]);
    expect(textOf((await extractHere(html, 'k.html')).pages)).toBe('한국');
  });

  test('that opens a hundred thousand elements is read', async () => {
    expect((await textOfHtml(`${'<div><b>'.repeat(50_000)}deep`)).trim()).toBe('deep');
  });
});
