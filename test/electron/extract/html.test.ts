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

  test('names what a browser would load from elsewhere, once each, and nothing that lies in or beside it', async () => {
    const { outcome } = await extractHere(
      bytesOf(
        `<!doctype html><style>@import "https://css.example/a.css"; p { background: url('http://pics.example/b.png') }</style>
         <img src="http://pics.example/a.png"><img src="http://pics.example/a.png"><img src="beside.png"><img src="data:image/gif;base64,R0lG">
         <img srcset="http://pics.example/c.png 1x, //two.example/d.png 2x"><a href="https://only-a-link.example/">x</a>
         <script src="https://script.example/s.js"></script><iframe src="https://frame.example/"></iframe>
         <p style="background:url(https://style.example/e.png)">`,
      ),
      'p.html',
    );
    expect(outcome).toMatchObject({
      summary: {
        metadata: {
          remoteHosts: 'css.example, frame.example, pics.example, script.example, style.example, two.example',
        },
        warnings: [expect.stringContaining('The page would load 5 pictures and 3 other files from elsewhere')],
      },
    });
  });

  test('with a base elsewhere would load all of its pictures from there', async () => {
    const { outcome } = await extractHere(
      bytesOf('<html><base href="https://base.example/x/"><img src="a.png">'),
      'p.html',
    );
    expect(outcome).toMatchObject({ summary: { warnings: [expect.stringContaining('hosts base.example')] } });
  });

  test('gives the pictures that lie in its markup, once each, and leaves icons and fonts', async () => {
    const picture = Buffer.alloc(3000, 7);
    const uri = `data:image/png;base64,${picture.toString('base64')}`;
    const { parts } = await extractHere(
      bytesOf(
        `<html><img src="${uri}"><img src="${uri}"><p style="background: url(${uri.replace('png', 'jpeg')})">
         <img src="data:image/png;base64,AAAA"><style>@font-face { src: url(${uri.replace('image/png', 'font/woff2')}) }</style>
         <a download="list.csv" href="data:text/csv,${'a%3Bb%0A'.repeat(1000)}">list</a>`,
      ),
      'p.html',
    );
    expect(
      parts.map(({ name, mediaType, disposition, bytes }) => [name, mediaType, disposition, bytes.byteLength]),
    ).toEqual([
      ['picture 1.png', 'image/png', 'inline', 3000],
      ['picture 2.jpg', 'image/jpeg', 'inline', 3000],
      ['list.csv', 'text/csv', 'inline', 4000],
    ]);
  });

  test('tells where it was saved from, and when it says it was published', async () => {
    const { outcome } = await extractHere(
      bytesOf(
        `<!-- saved from url=(0022)https://news.example/a --><html>
         <script type="application/ld+json">{"@graph":[{"datePublished":"2026-03-01","author":[{"name":"A. Example"}]}]}</script>
         <script type="application/ld+json">{ broken</script><meta property="og:title" content="Shared"><p>x`,
      ),
      'p.html',
    );
    expect(outcome).toMatchObject({
      summary: {
        metadata: {
          savedFrom: 'https://news.example/a',
          published: '2026-03-01',
          author: 'A. Example',
          sharedTitle: 'Shared',
        },
      },
    });
  });

  test('is read in the encoding that a person chose', async () => {
    const html = Uint8Array.from([...bytesOf('<html><meta charset="windows-1252"><p>'), 0xc7, 0xd1, 0xb1, 0xb9]);
    expect(textOf((await extractHere(html, 'k.html', { encoding: 'euc-kr' })).pages)).toBe('한국');
  });

  test('that writes a frame into itself gives its words', async () => {
    expect(await textOfHtml('<p>outside</p><iframe srcdoc="<p>inside &amp;amp; here</p>">not shown</iframe>')).toBe(
      'outside\n\ninside & here',
    );
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
