// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { offsetsOf, rangesOf, readLayer } from '../../../../renderer/reader/frame/layerText.ts';
import { pageBody } from '../../../../renderer/reader/frame/text/pageBody.ts';

/** As pdf.js makes them: spans, line ends as `<br>`, find's highlights inside a span. */
function textLayer(): HTMLElement {
  const layer = document.createElement('div');
  const line = (...words: string[]) => {
    for (const word of words) layer.append(Object.assign(document.createElement('span'), { textContent: word }));
    layer.append(document.createElement('br'));
  };
  line('The vessel ', 'left');
  line('at night.');
  const lit = Object.assign(document.createElement('span'), { className: 'highlight', textContent: 'sel' });
  layer.querySelector('span')?.replaceChildren('The ves', lit, ' ');
  return layer;
}

describe('a page’s text in the document', () => {
  test('reads as lines, through find’s own highlights', () =>
    expect(readLayer(textLayer()).text).toBe('The vessel left\nat night.\n'));

  test('offsets become ranges on text nodes, and ranges offsets', () => {
    const layer = readLayer(textLayer());
    const start = layer.text.indexOf('vessel');
    const end = layer.text.indexOf(' night');
    expect(rangesOf(layer, { start, end }).map(String)).toEqual(['ves', 'sel', ' ', 'left', 'at']);
  });

  test('a range that ends outside the layer is cut at its end', () => {
    const root = textLayer();
    const after = document.createElement('p');
    after.textContent = 'next page';
    document.body.replaceChildren(root, after);
    const layer = readLayer(root);
    const range = document.createRange();
    range.setStart(layer.nodes.at(-1)?.node ?? root, 3);
    range.setEnd(after.firstChild ?? after, 4);
    const span = offsetsOf(layer, range);
    expect(span && layer.text.slice(span.start, span.end)).toBe('night.');
    range.selectNodeContents(after);
    expect(offsetsOf(layer, range)).toBeNull();
  });

  test('a message’s page keeps every character of its text in order', () => {
    const text = 'From: A\nTo: B\n\nHello\n> quoted\nBye';
    const page = {
      index: 0,
      label: null,
      text,
      widthPt: null,
      heightPt: null,
      method: 'converted' as const,
      confidence: null,
      sheet: null,
      words: null,
      languages: [],
    };
    const body = pageBody(page, { isMessage: true, languages: [] });
    expect([
      readLayer(body).text,
      body.querySelectorAll('dt').length,
      body.querySelector('.quoted')?.textContent,
    ]).toEqual([text, 2, '> quoted\n']);
  });

  test('text with markup in it is text', () => {
    const text = '<img src=x onerror=alert(1)>';
    const page = {
      index: 0,
      label: null,
      text,
      widthPt: null,
      heightPt: null,
      method: 'converted' as const,
      confidence: null,
      sheet: null,
      words: null,
      languages: [],
    };
    const body = pageBody(page, { isMessage: false, languages: [] });
    expect([body.textContent, body.querySelector('img')]).toEqual([text, null]);
  });
});
