import { describe, expect, test } from 'vitest';
import { fitScale, nextScale } from '../../../../renderer/reader/frame/zoomSteps.ts';

describe('sizes', () => {
  test('steps go up and down between 50 and 400 %', () => {
    expect([
      nextScale(1, 'in'),
      nextScale(1, 'out'),
      nextScale(1.37, 'in'),
      nextScale(4, 'in'),
      nextScale(0.5, 'out'),
      nextScale(1, 9),
    ]).toEqual([1.1, 0.9, 1.5, 4, 0.5, 4]);
  });

  test('the whole page fits in height as well as in width', () => {
    const room = { clientWidth: 1092, clientHeight: 624 };
    expect([
      fitScale(room, { width: 800, height: 1000 }, 'width'),
      fitScale(room, { width: 800, height: 1000 }, 'page'),
    ]).toEqual([1.25, 0.6]);
  });
});
