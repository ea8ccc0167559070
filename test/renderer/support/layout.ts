/** jsdom lays nothing out: this gives every element a height, so that virtual lists draw the rows that would be in view. */
import { vi } from 'vitest';

export function giveHeight(heightPx: number): void {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(heightPx);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(heightPx);
}
