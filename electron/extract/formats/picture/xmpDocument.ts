/** XMP parsed into the few parts of a document tree that the reader of metadata walks; without entities or loading. */
import { Parser } from 'htmlparser2';

interface XmpAttribute {
  nodeName: string;
  value: string;
}

export interface XmpNode {
  nodeName: string;
  tagName?: string;
  nodeValue: string | null;
  textContent: string;
  attributes: XmpAttribute[];
  childNodes: XmpNode[];
  /** Asked of a document, to see whether parsing failed. */
  getElementsByTagName(name: string): XmpNode[];
}

const MAX_NODES = 20_000;
const MAX_DEPTH = 60;
const MAX_CHARS = 4 * 1024 * 1024;

/** In the shape of the browser's own parser. Elements that lie too deep, or come too late, are left out. */
export const xmpParser = { parseFromString: parseXmp };

function parseXmp(xml: string): XmpNode {
  const root = makeNode('#document');
  const open = [root];
  let nodes = 0;
  let skipped = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        nodes += 1;
        const parent = open.at(-1);
        if (parent === undefined || nodes > MAX_NODES || open.length > MAX_DEPTH) {
          skipped += 1;
          return;
        }
        const node = makeNode(name, name);
        node.attributes = Object.entries(attributes).map(([nodeName, value]) => ({ nodeName, value }));
        parent.childNodes.push(node);
        open.push(node);
      },
      ontext(text) {
        const last = open.at(-1)?.childNodes.at(-1);
        if (skipped > 0) return;
        if (last?.nodeName === '#text') last.nodeValue = `${last.nodeValue ?? ''}${text}`;
        else open.at(-1)?.childNodes.push({ ...makeNode('#text'), nodeValue: text });
      },
      onclosetag() {
        if (skipped > 0) skipped -= 1;
        else if (open.length > 1) open.pop();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml.slice(0, MAX_CHARS));
  parser.end();
  return root;
}

function makeNode(nodeName: string, tagName?: string): XmpNode {
  return {
    nodeName,
    tagName,
    nodeValue: null,
    textContent: '',
    attributes: [],
    childNodes: [],
    getElementsByTagName: () => [],
  };
}
