import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bagInfoText } from '../../../electron/bag/bagFiles.ts';
import { decodeManifestPath, encodeManifestPath, unsafePathReason } from '../../../electron/bag/bagPath.ts';
import { Findings } from '../../../electron/bag/bagVerdict.ts';
import { parseBagInfo } from '../../../electron/bag/tagFiles.ts';

test('a path survives the manifest, whatever characters it has', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '%', '\n', '\r', '2', '5', '0', 'A', 'D', '한') }), path => {
      const written = encodeManifestPath(path);
      expect(written).not.toMatch(/[\r\n]/);
      expect(decodeManifestPath(written)).toBe(path);
    }),
  );
});

test('folded lines read back as the value that was given', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'é', '한', ':', '-', '9'), minLength: 1, maxLength: 90 });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), words => {
      const value = words.join(' ');
      const text = bagInfoText({ 'External-Description': value });
      expect(parseBagInfo(text, new Findings())).toEqual([['External-Description', value]]);
      for (const line of text.split('\n')) expect(line.length <= 79 || line.trim().split(' ').length <= 2).toBe(true);
    }),
  );
});

test.each(['~/x', 'C:\\x', 'C:x', '\\\\server\\x', '/x', 'a/../b', 'a//b', './a', '', 'a\0b'])(
  '%j is not a safe path',
  path => {
    expect(unsafePathReason(path)).toBeDefined();
  },
);

test.each(['data/a', 'data/a b/~c', 'data/..a/b..', '한/국.txt', '%7Ea'])('%j is a safe path', path => {
  expect(unsafePathReason(path)).toBeUndefined();
});
