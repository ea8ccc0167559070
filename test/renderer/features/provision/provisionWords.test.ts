import { expect, test } from 'vitest';
import { provisionMark, topicWords } from '../../../../renderer/features/provision/index.ts';

test('a provision is named by resolution and paragraph', () => {
  expect(provisionMark({ resolution: '2375 (2017)', paragraph: '11' })).toBe('2375 (2017) ¶11');
});

test('topics read as words, and short forms keep their capitals', () => {
  expect(['aviation-fuel', 'wmd-programme', 'un'].map(topicWords)).toEqual(['aviation fuel', 'WMD programme', 'UN']);
});
