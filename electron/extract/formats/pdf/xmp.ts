/**
 * What a PDF's own XMP packet says beyond its information dictionary: all authors, the ids that tie it to other versions, and
 * the programs it went through. Packets are written uncompressed, so that other programs find them; so do we.
 */
import { Parser } from 'htmlparser2';

const BEGINS = new TextEncoder().encode('<x:xmpmeta');
const ENDS = new TextEncoder().encode('</x:xmpmeta>');
const MAX_PACKET_BYTES = 1024 * 1024;
const MOST_VALUES = 50;

const NAMES: Readonly<Record<string, string>> = {
  'dc:creator': 'authors',
  'xmpMM:DocumentID': 'documentId',
  'xmpMM:OriginalDocumentID': 'originalDocumentId',
  'xmpMM:InstanceID': 'instanceId',
  'stEvt:softwareAgent': 'programs',
};

export function readXmp(bytes: Uint8Array): Record<string, string> {
  // The last one counts: a changed PDF carries the packets of its earlier states before it.
  const begin = lastIndexOf(bytes, BEGINS);
  if (begin < 0) return {};
  const rest = bytes.subarray(begin, begin + MAX_PACKET_BYTES);
  const end = lastIndexOf(rest, ENDS);
  const values = gather(new TextDecoder().decode(end < 0 ? rest : rest.slice(0, end + ENDS.length)));
  return Object.fromEntries([...values].map(([name, some]) => [name, [...some].join('; ')]));
}

/** Values stand as elements or, in short form, as attributes. */
function gather(xml: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const keep = (name: string | undefined, value: string) => {
    const plain = value.replace(/\s+/g, ' ').trim();
    if (name === undefined || plain === '') return;
    const some = found.get(name) ?? new Set();
    if (some.size < MOST_VALUES) found.set(name, some.add(plain));
  };
  const open: string[] = [];
  let text = '';
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        open.push(name);
        text = '';
        for (const [attribute, value] of Object.entries(attributes)) keep(NAMES[attribute], value);
      },
      ontext(data) {
        text += data;
      },
      onclosetag(name) {
        keep(NAMES[name] ?? (name === 'rdf:li' ? NAMES[open.findLast(one => one in NAMES) ?? ''] : undefined), text);
        text = '';
        open.pop();
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return found;
}

function lastIndexOf(bytes: Uint8Array, sought: Uint8Array): number {
  const first = sought[0] ?? 0;
  for (let at = bytes.lastIndexOf(first); at >= 0; at = at === 0 ? -1 : bytes.lastIndexOf(first, at - 1)) {
    if (sought.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return -1;
}
