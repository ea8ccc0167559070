// What the vault knows is met again in a text: as papers write it, and only where it stands for itself.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MentionIndex, mentionPhrases } from '../../../../shared/domain/mention/index.ts';
import { typeOfProperty, valueKey } from '../../../../shared/domain/entity/valueKey.ts';

const indexOf = (...known: [schema: string, property: string, value: string][]) => {
  const index = new MentionIndex();
  for (const [at, [schema, property, value]] of known.entries())
    index.add({
      statementId: `s${at}`,
      entityId: `e${at}`,
      schema,
      value,
      key: valueKey(typeOfProperty(schema, property), value),
    });
  return index;
};
const met = (index: MentionIndex, text: string) => index.find(text).map(({ entityId, words }) => [entityId, words]);

describe('a name', () => {
  test.each([
    [['Person', 'name', 'Kim Chol Sam'], 'KIM Chol-sam and Kim\nChol Sam', ['KIM Chol-sam', 'Kim\nChol Sam']],
    [['Person', 'name', 'Kim Chol Sam'], 'Chol Sam Kim', ['Chol Sam Kim']],
    [['Person', 'name', 'Ivan Fabulov'], 'FABULOV Ivan', ['FABULOV Ivan']],
    [['Person', 'name', '김철삼'], '대표 김철삼은 김철삼에게', ['김철삼', '김철삼']],
    [['Vessel', 'name', 'MV FABULA HERON'], 'the Fabula Heron', ['Fabula Heron']],
    [['Vessel', 'name', '라선'], '라선호가 들어왔다', ['라선']],
    [['Company', 'name', 'Heron Fable Trading Co., Ltd'], 'Heron Fable Trading of Nampo', ['Heron Fable Trading']],
    [['Company', 'name', '白鹭寓言贸易有限公司'], '白鹭寓言贸易', ['白鹭寓言贸易']],
  ] as const)('%s is met in “%s”', (known, text, words) => {
    expect(met(indexOf([...known]), text).map(([, one]) => one)).toEqual(words);
  });

  test.each([
    [['Person', 'name', 'Kim Chol Sam'], 'kim chol sam'],
    [['Person', 'name', '김철'], '김철수는'],
    [['Person', 'name', '김철'], '이김철은'],
    [['Vessel', 'name', 'HOPE'], 'Hope was lost'],
    [['Vessel', 'name', 'SUN'], 'THE SUN'],
    [['Person', 'name', '金铁'], '金铁三先生'],
  ] as const)('%s is not met in “%s”', (known, text) => {
    expect(met(indexOf([...known]), text)).toEqual([]);
  });

  test('within a longer one is not met apart, and one that two entities share is met for both', () => {
    const index = indexOf(
      ['Company', 'name', 'Heron Fable'],
      ['Company', 'name', 'Heron Fable Bank'],
      ['Company', 'name', 'Heron Fable Bank'],
    );
    expect(met(index, 'Heron Fable Bank')).toEqual([
      ['e1', 'Heron Fable Bank'],
      ['e2', 'Heron Fable Bank'],
    ]);
  });
});

describe('a number', () => {
  test.each([
    [['Vessel', 'imoNumber', 'IMO 9074729'], 'IMO9074729 and 9074729', ['IMO9074729', '9074729']],
    [
      ['BankAccount', 'iban', 'GB82WEST12345698765432'],
      'GB82 WEST 1234 5698 7654 32.',
      ['GB82 WEST 1234 5698 7654 32'],
    ],
    [['Person', 'phone', '+850 2 381 4410'], 'tel. +850-2-381-4410', ['850-2-381-4410']],
    [['Person', 'email', 'Jane@fable.invalid'], 'jane@fable.invalid', ['jane@fable.invalid']],
  ] as const)('%s is met in “%s”', (known, text, words) => {
    expect(met(indexOf([...known]), text).map(([, one]) => one)).toEqual(words);
  });

  test('within a longer one, or too short to tell anything, is not met', () => {
    expect(
      met(indexOf(['Vessel', 'imoNumber', '9074729'], ['Company', 'registrationNumber', '2017']), '19074729 in 2017'),
    ).toEqual([]);
  });
});

test('every name is met where it stands alone in a text', () => {
  const word = fc.stringMatching(/^[A-Z][a-z]{3,8}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 2, maxLength: 5 }), fc.array(word, { maxLength: 20 }), (name, others) => {
      const text = `${others.join(' ')}. ${name.join(' ')}, ${others.join(' ')}`;
      const found = indexOf(['Company', 'name', name.join(' ')]).find(text);
      expect(found.some(one => one.start <= others.join(' ').length + 2 && one.words.includes(name[0] ?? ''))).toBe(
        true,
      );
      for (const { start, end, words } of found) expect(text.slice(start, end)).toBe(words);
    }),
  );
});

test('the index of pages is asked for each form of a value', () => {
  expect(
    mentionPhrases([
      { schema: 'Vessel', value: 'MV FABULA HERON', key: 'n:mv fabula heron' },
      { schema: 'Vessel', value: '9074729', key: 'i:9074729' },
      { schema: 'Vessel', value: 'x', key: '' },
    ]),
  ).toBe('"mv fabula heron" OR "fabula heron" OR "9074729" OR "imo9074729"');
});
