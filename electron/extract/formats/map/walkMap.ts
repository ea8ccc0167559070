/** What KML and GPX have in common as XML: elements by their plain names, and the text of the one that closes. */
import { walkXml, type XmlAttributes } from '../../text/xmlWalk.ts';

export interface MapXmlEvents {
  open?(name: string, attributes: XmlAttributes): void;
  /** `parents` are the names of the elements around it, the nearest last. */
  close(name: string, text: string, parents: readonly string[]): void;
}

const MAX_TEXT_CHARS = 50_000_000;

/** False where the XML breaks off. Prefixes are dropped: `gx:Track` is a track whoever names it. */
export function walkMap(bytes: Uint8Array, { open, close }: MapXmlEvents): boolean {
  const names: string[] = [];
  const texts: string[] = [];
  return walkXml(bytes, {
    open(name, attributes) {
      const plain = plainName(name);
      names.push(plain);
      texts.push('');
      open?.(plain, attributes);
    },
    text(data) {
      const last = texts.length - 1;
      const before = texts[last];
      if (before !== undefined && before.length < MAX_TEXT_CHARS) texts[last] = before + data;
    },
    close() {
      const name = names.pop();
      const text = texts.pop();
      if (name !== undefined) close(name, (text ?? '').trim(), names);
    },
  });
}

function plainName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1);
}
