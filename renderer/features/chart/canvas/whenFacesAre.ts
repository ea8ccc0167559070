/**
 * Names are measured when they are drawn for the first time. A face for Korean or Chinese comes in parts, read when a sign of
 * one is needed; measured before that, a name is cut off on both sides, and stays so.
 */
import type { Scene } from '../../../../shared/domain/chart/index.ts';

const FACES = ['Source Sans 3 Variable', 'Noto Sans KR Variable', 'Noto Sans JP Variable', 'Noto Sans SC Variable'];

/** Draws at once where all signs can be drawn, else as soon as they can; answers how to call it off. */
export function whenFacesAre({ nodes, boxes, notes, ties }: Scene, draw: () => void): (() => void) | undefined {
  // jsdom has none.
  if (!('fonts' in document)) {
    draw();
    return undefined;
  }
  const words = [
    ...nodes.map(one => one.caption),
    ...boxes.map(one => one.label),
    ...notes.map(one => one.text),
    ...ties.map(one => one.words),
  ];
  const signs = [...new Set(words.join(''))].join('');
  const missing = FACES.map(face => `12px "${face}"`).filter(face => !document.fonts.check(face, signs));
  if (missing.length === 0) {
    draw();
    return undefined;
  }
  let wanted = true;
  // A face that cannot be read leaves another to stand in for it.
  void Promise.allSettled(missing.map(face => document.fonts.load(face, signs))).then(() => wanted && draw());
  return () => {
    wanted = false;
  };
}
