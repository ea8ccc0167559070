/**
 * Walks XML as a stream of elements and text, each name with the usual prefix of its namespace, whatever prefix the file
 * chose: words must not hide behind `x7:t` where `w:t` is looked for. Entities that a DOCTYPE declares are not expanded and
 * nothing is loaded: `&name;` stays as it is written.
 */
import { Parser } from 'htmlparser2';
import { ExtractionFailure } from '../extractionFailure.ts';

export type XmlAttributes = Readonly<Record<string, string>>;

export interface XmlEvents {
  open?(name: string, attributes: XmlAttributes): void;
  text?(data: string): void;
  close?(name: string): void;
}

/** Documents of people nest some dozens of levels; programs that draw them stop at some hundreds. */
const MAX_DEPTH = 4000;
const STEP_BYTES = 256 * 1024;

const OOXML = 'http://schemas.openxmlformats.org/';
const STRICT = 'http://purl.oclc.org/ooxml/';
const OASIS = 'urn:oasis:names:tc:opendocument:xmlns:';
const MICROSOFT = 'http://schemas.microsoft.com/office/';

const PREFIXES: ReadonlyMap<string, string> = new Map([
  [`${OOXML}wordprocessingml/2006/main`, 'w'],
  [`${STRICT}wordprocessingml/main`, 'w'],
  [`${OOXML}spreadsheetml/2006/main`, 'x'],
  [`${STRICT}spreadsheetml/main`, 'x'],
  [`${OOXML}presentationml/2006/main`, 'p'],
  [`${STRICT}presentationml/main`, 'p'],
  [`${OOXML}drawingml/2006/main`, 'a'],
  [`${STRICT}drawingml/main`, 'a'],
  [`${OOXML}drawingml/2006/chart`, 'c'],
  [`${STRICT}drawingml/chart`, 'c'],
  [`${OOXML}drawingml/2006/diagram`, 'dgm'],
  [`${STRICT}drawingml/diagram`, 'dgm'],
  [`${OOXML}drawingml/2006/wordprocessingDrawing`, 'wp'],
  [`${STRICT}drawingml/wordprocessingDrawing`, 'wp'],
  [`${OOXML}drawingml/2006/spreadsheetDrawing`, 'xdr'],
  [`${STRICT}drawingml/spreadsheetDrawing`, 'xdr'],
  [`${OOXML}drawingml/2006/picture`, 'pic'],
  [`${OOXML}officeDocument/2006/relationships`, 'r'],
  [`${STRICT}officeDocument/relationships`, 'r'],
  [`${OOXML}officeDocument/2006/math`, 'm'],
  [`${STRICT}officeDocument/math`, 'm'],
  [`${OOXML}markup-compatibility/2006`, 'mc'],
  [`${OOXML}package/2006/relationships`, 'rel'],
  [`${OOXML}package/2006/content-types`, 'ct'],
  [`${OOXML}package/2006/metadata/core-properties`, 'cp'],
  [`${OOXML}officeDocument/2006/extended-properties`, 'ep'],
  [`${STRICT}officeDocument/extendedProperties`, 'ep'],
  [`${OOXML}officeDocument/2006/custom-properties`, 'op'],
  [`${STRICT}officeDocument/customProperties`, 'op'],
  [`${OOXML}officeDocument/2006/docPropsVTypes`, 'vt'],
  [`${STRICT}officeDocument/docPropsVTypes`, 'vt'],
  [`${MICROSOFT}spreadsheetml/2018/threadedcomments`, 'tc'],
  [`${MICROSOFT}powerpoint/2018/8/main`, 'p188'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
  ['urn:schemas-microsoft-com:office:spreadsheet', 'ss'],
  ['http://schemas.microsoft.com/office/word/2003/wordml', 'w'],
  ['http://schemas.microsoft.com/office/word/2003/auxHint', 'wx'],
  ['http://schemas.microsoft.com/aml/2001/core', 'aml'],
  ['http://www.w3.org/1999/xlink', 'xlink'],
  ['http://www.w3.org/1998/Math/MathML', 'math'],
  ...[
    ['office', 'office:1.0'],
    ['text', 'text:1.0'],
    ['table', 'table:1.0'],
    ['draw', 'drawing:1.0'],
    ['style', 'style:1.0'],
    ['meta', 'meta:1.0'],
    ['presentation', 'presentation:1.0'],
    ['svg', 'svg-compatible:1.0'],
    ['fo', 'xsl-fo-compatible:1.0'],
    ['manifest', 'manifest:1.0'],
    ['form', 'form:1.0'],
    ['chart', 'chart:1.0'],
    ['script', 'script:1.0'],
  ].map(([prefix = '', name = '']): [string, string] => [`${OASIS}${name}`, prefix]),
]);

/** False where the XML ends before its root element does: something is missing. */
export function walkXml(bytes: Uint8Array, events: XmlEvents): boolean {
  const walk = startXmlWalk(bytes, events);
  while (walk.step());
  return walk.isWhole();
}

/** The same in steps, for whoever must hand on what was found before more is read. */
export function startXmlWalk(bytes: Uint8Array, events: XmlEvents): { step(): boolean; isWhole(): boolean } {
  let depth = 0;
  let hasRoot = false;
  let names = openNames(new Map());
  const outer: { depth: number; names: typeof names }[] = [];
  /** Canonical names of the open elements, because the declarations of an element may be gone when it closes. */
  const open: string[] = [];
  const parser = new Parser(
    {
      onopentag(raw, attributes) {
        depth += 1;
        hasRoot = true;
        if (depth > MAX_DEPTH)
          throw new ExtractionFailure('unreadable', 'The document is nested too deeply to be read.');
        const declared = declarations(attributes);
        if (declared !== null) {
          outer.push({ depth, names });
          names = openNames(new Map([...names.bindings, ...declared]));
        }
        const name = names.elementName(raw);
        open.push(name);
        events.open?.(name, names.attributes(attributes));
      },
      ontext(data) {
        if (depth > 0) events.text?.(data);
      },
      onclosetag() {
        const name = open.pop();
        if (name !== undefined) events.close?.(name);
        if (outer.at(-1)?.depth === depth) names = outer.pop()?.names ?? names;
        depth -= 1;
      },
    },
    { xmlMode: true },
  );
  const pieces = decodeXml(bytes);
  let isWhole = false;
  return {
    step() {
      const piece = pieces.next();
      if (piece.done !== true) {
        parser.write(piece.value);
        return true;
      }
      // Subtle: `end` closes whatever is open, so this is asked before.
      isWhole = hasRoot && depth === 0;
      parser.end();
      return false;
    },
    isWhole: () => isWhole,
  };
}

/** Namespaces that an element declares by prefix; null for almost every element. */
function declarations(attributes: XmlAttributes): Map<string, string> | null {
  let declared: Map<string, string> | null = null;
  for (const key in attributes) {
    if (!key.startsWith('xmlns')) continue;
    declared ??= new Map();
    if (key === 'xmlns') declared.set('', attributes[key] ?? '');
    else if (key[5] === ':') declared.set(key.slice(6), attributes[key] ?? '');
  }
  return declared;
}

function openNames(bindings: ReadonlyMap<string, string>) {
  const cache = new Map<string, string>();
  let areUsual = true;
  for (const [prefix, namespace] of bindings) {
    const usual = PREFIXES.get(namespace);
    if (prefix !== '' && usual !== undefined && usual !== prefix) areUsual = false;
  }

  function nameOf(raw: string, isAttribute: boolean): string {
    const colon = raw.indexOf(':');
    if (colon < 0 && isAttribute) return raw;
    const prefix = colon < 0 ? '' : raw.slice(0, colon);
    const usual = PREFIXES.get(bindings.get(prefix) ?? '');
    if (usual === undefined) return raw;
    return `${usual}:${raw.slice(colon + 1)}`;
  }

  return {
    bindings,
    elementName(raw: string): string {
      let name = cache.get(raw);
      if (name === undefined) {
        name = nameOf(raw, false);
        if (cache.size < 1000) cache.set(raw, name);
      }
      return name;
    },
    attributes(attributes: XmlAttributes): XmlAttributes {
      if (areUsual) return attributes;
      return Object.fromEntries(Object.entries(attributes).map(([key, value]) => [nameOf(key, true), value]));
    },
  };
}

/** UTF-8 unless its mark or its declaration says otherwise. */
function* decodeXml(bytes: Uint8Array): Generator<string> {
  const decoder = decoderFor(bytes);
  for (let at = 0; at < bytes.byteLength; at += STEP_BYTES) {
    yield decoder.decode(bytes.subarray(at, at + STEP_BYTES), { stream: true });
  }
  yield decoder.decode();
}

function decoderFor(bytes: Uint8Array): TextDecoder {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return new TextDecoder('utf-16le');
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return new TextDecoder('utf-16be');
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const declared = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(/^utf-?16|^ucs/i.test(declared) ? 'utf-8' : declared);
  } catch {
    return new TextDecoder();
  }
}

/** The text of each leaf element by its name; the first one counts. */
export function xmlTexts(bytes: Uint8Array | undefined): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  let text = '';
  if (bytes === undefined) return texts;
  walkXml(bytes, {
    open() {
      text = '';
    },
    text(data) {
      text += data;
    },
    close(name) {
      if (text.trim() !== '' && !texts.has(name)) texts.set(name, text.trim());
      text = '';
    },
  });
  return texts;
}
