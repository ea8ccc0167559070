import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitMessageHeader, splitQuotedLines } from '../../../shared/domain/messageHeader.ts';

const mail =
  'From: Han Areum <han@exercise.example>\nTo: A,\n B\nSubject: 환적\n\nDear all,\nRemember: noon.\n> quoted\n> more\nBye';

describe('a message’s first page', () => {
  test('its fields stand apart, continuation lines with them', () => {
    const { fields, body } = splitMessageHeader(mail);
    expect(fields.map(({ name, value }) => [name, value])).toEqual([
      ['From:', ' Han Areum <han@exercise.example>\n'],
      ['To:', ' A,\n B\n'],
      ['Subject:', ' 환적\n'],
    ]);
    expect(body.startsWith('\nDear all')).toBe(true);
  });

  test('one line with a colon is a sentence', () =>
    expect(splitMessageHeader('Note: come.\nHello').fields).toEqual([]));

  test('no character is lost, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('From: a', 'To:', ' b', '> q', '', 'x: y', '제목: 가', '\tz')), lines => {
        const text = lines.join('\n');
        const { fields, body } = splitMessageHeader(text);
        expect(fields.map(({ name, value }) => name + value).join('') + body).toBe(text);
        expect(
          splitQuotedLines(text)
            .map(run => run.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  test('quoted lines are told from the rest', () => {
    expect(splitQuotedLines('a\n> b\n>c\nd')).toEqual([
      { text: 'a\n', quoted: false },
      { text: '> b\n>c\n', quoted: true },
      { text: 'd', quoted: false },
    ]);
  });
});
