import { expect, test } from 'vitest';
import { detailName, eventGist } from '../../../../renderer/features/custody/custodyWords.ts';

const event = { action: 'passage-cited' as const, subject: 'cit-01a201d3-6d73-7711-a1ec-93f32d19c19d' };

test('an event names what it was about in words, then what tells it from others of its kind', () => {
  expect(eventGist({ ...event, details: { bearing: 'supports' } }, { exhibit: 'EX-0004 Certified extract' })).toBe(
    'EX-0004 Certified extract · supports',
  );
  expect(
    eventGist(
      { action: 'finding-changed', subject: 'fnd-…', details: { finding: 'F-2', fields: 'narrative' } },
      { finding: 'F-2 Three earlier deliveries' },
    ),
  ).toBe('F-2 Three earlier deliveries · narrative');
  expect(
    eventGist({ action: 'request-created', subject: 'req-…', details: { state: 'not-reachable' } }, { addressee: 'A' }),
  ).toBe('A · not reachable');
});

test('without names the numbers in the event stand, and an id is never shown for a name', () => {
  expect(eventGist({ action: 'finding-created', subject: 'fnd-…', details: { finding: 'F-2' } })).toBe('F-2');
  expect(eventGist({ ...event, details: {} })).toBe('');
  expect(eventGist({ action: 'vault-created', subject: 'Cell 4', details: {} })).toBe('Cell 4');
});

test('a file that is called as its exhibit is is not named twice', () => {
  const admitted = { action: 'exhibit-admitted' as const, subject: 'EX-0001', details: { fileName: 'scan.pdf' } };
  expect(eventGist(admitted, { exhibit: 'EX-0001 scan.pdf' })).toBe('EX-0001 scan.pdf');
  expect(eventGist(admitted, { exhibit: 'EX-0001 Charter party' })).toBe('EX-0001 Charter party · scan.pdf');
});

test('the author of a remark is called so, since whoever recorded it may be somebody else', () => {
  expect([detailName('comment-written', 'by'), detailName('translation-linked', 'by')]).toEqual(['Author', 'by']);
  expect(detailName('comment-written', 'about')).toBe('about');
});
