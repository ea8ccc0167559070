import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanPaste } from '../../../../renderer/features/finding/narrative/cleanPaste.ts';

const citationId = 'cit-01890000-0000-7000-8000-000000000001';

test('words and emphasis stay; handlers, loads, links and styles do not', () => {
  const pasted =
    '<h2 onclick="x()">Ship</h2><p style="color:red">With <b>bold</b> <img src="http://x" onerror="x()"><a href="http://x">link</a><script>x()</script></p>';
  expect(cleanPaste(pasted)).toBe('<h2>Ship</h2><p>With <b>bold</b> link</p>');
});

test('emphasis that is only a style becomes a tag, and a wrapper of normal weight goes', () => {
  expect(
    cleanPaste(
      '<b style="font-weight:normal"><span style="font-weight:700">a</span><span style="font-style:italic">b</span></b>',
    ),
  ).toBe('<strong>a</strong><em>b</em>');
});

test('a chip of ours stays, a forged one does not', () => {
  expect(cleanPaste(`<span data-citation-id="${citationId}">[citation]</span>`)).toBe(
    `<span data-citation-id="${citationId}">[citation]</span>`,
  );
  expect(cleanPaste('<span data-citation-id="&quot; onx=1">a</span>')).toBe('a');
});

test('what the editor wrote on its own slices stays, so that lists come back as lists', () => {
  expect(cleanPaste('<p data-pm-slice="1 1 [&quot;bullet_list&quot;,null]">a</p>')).toBe(
    '<p data-pm-slice="1 1 [&quot;bullet_list&quot;,null]">a</p>',
  );
});

test('whatever is pasted, only tags of the list come out, with no attribute but ours', () => {
  const pieces = fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '<p>',
    '</p>',
    '<img src=x onerror=y>',
    '<script>',
    '</script>',
    '<svg><a xlink:href="javascript:x">',
    '<b style="',
    '&lt;',
    '&#60;img',
    '<!--',
    '-->',
    'on=x',
    '<math><mi>',
    '환적',
    '<style>',
    '</style>',
    '<p onclick=x',
    ' data-pm-slice="0 0 []"',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), given => {
      for (const tag of cleanPaste(given.join('')).match(/<[^>]*>?/g) ?? []) {
        expect(tag).toMatch(
          /^<\/?(p|h[1-6]|ul|ol|li|b|strong|i|em|div|blockquote|tr|br|span)( data-pm-slice="[^"<>]*")?( data-citation-id="cit-[0-9a-f-]+")?>$/,
        );
      }
    }),
  );
});
