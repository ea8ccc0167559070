/** RIS as Zotero, EndNote and Mendeley read it; what has no tag travels in the user field U5. */
import type { CslItem } from './cslItem.ts';
import { linesOfItem } from './risFields.ts';

export function* writeRis(items: Iterable<CslItem>): Generator<string> {
  for (const item of items)
    yield `${linesOfItem(item)
      .map(({ tag, value }) => `${tag}  - ${value}`.trimEnd())
      .map(line => (line === 'ER  -' ? 'ER  - ' : line))
      .join('\r\n')}\r\n\r\n`;
}
