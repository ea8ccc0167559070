import { expect, test } from 'vitest';
import { walkXml, xmlTexts } from '../../../electron/extract/text/xmlWalk.ts';
import { bytesOf } from './support/extractHere.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

function eventsOf(xml: string | Uint8Array): string[] {
  const events: string[] = [];
  const isWhole = walkXml(typeof xml === 'string' ? bytesOf(xml) : xml, {
    open: (name, attributes) =>
      events.push(
        `<${name}${Object.entries(attributes)
          .map(([key, value]) => ` ${key}=${value}`)
          .join('')}`,
      ),
    text: data => events.push(data),
    close: name => events.push(`>${name}`),
  });
  return isWhole ? events : [...events, 'cut'];
}

test('names carry the usual prefix of their namespace, whatever prefix the file chose, and only where it is bound', () => {
  expect(eventsOf(`<a:p xmlns:a="${WORD}" a:val="1"><b xmlns="${WORD}"><c/></b><d/></a:p>`)).toEqual([
    `<w:p xmlns:a=${WORD} w:val=1`,
    `<w:b xmlns=${WORD}`,
    '<w:c',
    '>w:c',
    '>w:b',
    '<d',
    '>d',
    '>w:p',
  ]);
});

test('declared entities are not expanded, external ones not loaded; numbers and the five of XML are signs', () => {
  const billion = `<!DOCTYPE a [<!ENTITY l "lol"><!ENTITY m "&l;&l;&l;"><!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY % p SYSTEM "http://192.0.2.1/">%p;]>`;
  expect(eventsOf(`<?xml version="1.0"?>${billion}<a>&m;&x;&amp;&#49;</a>`).join('')).toBe('<a&m;&x;&1>a');
});

test('a document that ends before its root does is known as cut', () => {
  expect(eventsOf('<a><b>words').at(-1)).toBe('cut');
  expect(eventsOf('<a><b>words</b></a').at(-1)).toBe('cut');
  expect(eventsOf('').at(-1)).toBe('cut');
  expect(eventsOf('<a/>')).toEqual(['<a', '>a']);
});

test('depth beyond what any document needs is refused', () => {
  expect(() => eventsOf('<a>'.repeat(100_000))).toThrow('nested too deeply');
});

test('UTF-16 and declared encodings are decoded', () => {
  const wide = new Uint8Array(Uint16Array.from('\uFEFF<a>선박</a>', sign => sign.charCodeAt(0)).buffer);
  expect(eventsOf(wide)).toEqual(['<a', '선박', '>a']);
  const korean = Uint8Array.from([
    ...bytesOf('<?xml version="1.0" encoding="EUC-KR"?><a>'),
    0xbc,
    0xb1,
    ...bytesOf('</a>'),
  ]);
  expect(eventsOf(korean)).toEqual(['<a', '선', '>a']);
});

test('texts of leaf elements are found by name, the first one first', () => {
  expect([...xmlTexts(bytesOf('<a><b> one </b><b>two</b><c><d>three</d></c></a>'))]).toEqual([
    ['b', 'one'],
    ['d', 'three'],
  ]);
});
