import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NameConcealer } from '../../../../shared/domain/report/index.ts';

const concealer = new NameConcealer([
  { name: 'Hollis Quennerby', confidential: true, codeName: 'WILLOW' },
  { name: 'Hollis', confidential: true, codeName: null },
  { name: '홍길동', confidential: true, codeName: 'PINE' },
  { name: 'Al', confidential: true, codeName: 'OAK' },
  { name: 'Public Registry', confidential: false, codeName: null },
]);

test('the printed name stands where the real one was typed, in any case and spacing', () => {
  expect(concealer.conceal('said HOLLIS\n  Quennerby’s clerk; Hollis too')).toBe(
    'said Confidential source “WILLOW”’s clerk; Confidential source too',
  );
  expect(concealer.conceal('홍길동은 말했다')).toBe('Confidential source “PINE”은 말했다');
});

test('the name is found in file names, and with the family name first', () => {
  expect(concealer.conceal('hollis_quennerby.pdf, HollisQuennerby, Quennerby, Hollis')).toBe(
    'Confidential source “WILLOW”.pdf, Confidential source “WILLOW”, Confidential source “WILLOW”',
  );
});

test('a name within another word, and a short one in another case, are left alone', () => {
  expect(concealer.conceal('Hollister; also at al. — Al')).toBe('Hollister; also at al. — Confidential source “OAK”');
  expect(concealer.conceal('Public Registry')).toBe('Public Registry');
});

test('values keep their shape: lists, codes and numbers', () => {
  expect(concealer.concealIn({ type: 'Hollis', runs: [{ text: 'by Hollis' }], n: 3, none: null })).toEqual({
    type: 'Hollis',
    runs: [{ text: 'by Confidential source' }],
    n: 3,
    none: null,
  });
});

test('a concealed name is never found again', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('Hollis Quennerby', 'hollis', ' ', '.', 'x', '홍길동', 'Al', '\n'), { maxLength: 12 }),
      pieces => {
        expect(concealer.finds(concealer.conceal(pieces.join('')))).toBe(false);
      },
    ),
  );
});

test.each([
  'Jean-Pierre Doe',
  "Pak O'Neill (exercise)",
  'A/B+C',
  '***',
  '- -',
  'exhibit:EX-1',
  '[x](y)',
  'back\\slash',
  '$&',
  '가-나',
])('a name such as %s is found and concealed', name => {
  const concealer = new NameConcealer([{ name, confidential: true, codeName: 'HERON' }]);
  expect(concealer.finds(`It was ${name} who said so.`)).toBe(true);
  expect(concealer.conceal(`It was ${name} who said so.`)).not.toContain(name);
});

test('a hyphen in a name is any gap in the text', () => {
  const concealer = new NameConcealer([{ name: 'Jean-Pierre Doe', confidential: true, codeName: 'HERON' }]);
  for (const written of ['jean_pierre-doe.pdf', 'Doe, Jean Pierre', 'JEAN-PIERRE DOE'])
    expect(concealer.finds(written), written).toBe(true);
});

test('no name whatever makes a report impossible', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (name, text) => {
      new NameConcealer([{ name, confidential: true, codeName: null }]).conceal(text);
    }),
  );
});
