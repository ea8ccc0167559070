/** Pictures of first pages for the gallery: drawn by the core's extractor, a few at a time, the last ones remembered. */
import type { ExhibitId } from '../../../../shared/kernel/ids.ts';
import { call, listenToCore } from '../../../api/index.ts';

/** Imports and OCR use the same processes: a shelf of pictures must not push them aside. */
const AT_ONCE = 2;
const REMEMBERED = 300;
/** Twice the card's width and height, for dense screens. */
const MAX_PIXELS = 300 * 420;

type Waiting = { exhibitId: ExhibitId; resolve(png: Uint8Array | null): void };

const drawn = new Map<ExhibitId, Uint8Array | null>();
const waiting: Waiting[] = [];
let drawing = 0;

/** Null where the page cannot be drawn. Aborting gives up a picture that nobody looks at any more. */
export function pagePicture(exhibitId: ExhibitId, signal: AbortSignal): Promise<Uint8Array | null> {
  const known = drawn.get(exhibitId);
  if (known !== undefined) return Promise.resolve(known);
  return new Promise(resolve => {
    const entry = { exhibitId, resolve };
    waiting.push(entry);
    signal.addEventListener('abort', () => {
      const at = waiting.indexOf(entry);
      if (at >= 0) waiting.splice(at, 1);
    });
    next();
  });
}

listenToCore(event => {
  if (event.event === 'vault' && event.state !== 'open') {
    // Nothing of a case outlives the lock here.
    drawn.clear();
    waiting.length = 0;
  } else if (event.event === 'changed' && event.concepts.includes('exhibit')) {
    // A password may have been given, or another reading made.
    for (const [id, png] of drawn) if (png === null) drawn.delete(id);
  }
});

function next(): void {
  if (drawing >= AT_ONCE) return;
  // The card scrolled to last is the one that is looked at.
  const entry = waiting.pop();
  if (entry === undefined) return;
  drawing += 1;
  call('exhibit.draw', { exhibitId: entry.exhibitId, pageIndex: 0, maxPixels: MAX_PIXELS })
    .then(
      ({ png }) => png,
      // Protected or broken: the card shows its words or its type.
      () => null,
    )
    .then(png => {
      drawing -= 1;
      remember(entry.exhibitId, png);
      entry.resolve(png);
      next();
    });
}

function remember(exhibitId: ExhibitId, png: Uint8Array | null): void {
  drawn.set(exhibitId, png);
  for (const oldest of drawn.keys()) {
    if (drawn.size <= REMEMBERED) return;
    drawn.delete(oldest);
  }
}
