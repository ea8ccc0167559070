/** BibTeX and BibLaTeX, as exported by Zotero, JabRef and others, entry by entry. */
import { type BibtexEntry, type Macros, readEntry, readFields, usualMacros } from './bibtexEntry.ts';
import { itemOfEntry } from './bibtexFields.ts';
import { checkItem, type ReadReference } from './cslItem.ts';
import { cutBibtex } from './cutBibtex.ts';

/** What a child takes over under another name. */
const INHERITED_AS: Readonly<Record<string, string>> = { title: 'booktitle', shorttitle: '' };
const OWN_FIELDS = new Set(['crossref', 'xref', 'key', 'ids', 'sortkey', 'label', 'options']);

/**
 * @param open gives the text from its beginning each time: children stand before the parents that they refer to, and a file of
 *   a hundred thousand entries is not held whole
 */
export async function* readBibtex(open: () => AsyncIterable<string>): AsyncGenerator<ReadReference> {
  const parents = await parentsIn(open);
  const macros = usualMacros();
  let row = 0;
  for await (const piece of cutBibtex(withoutMark(open()))) {
    if ('problem' in piece) {
      row += 1;
      yield { row, problem: piece.problem };
      continue;
    }
    const { type, body } = piece;
    if (isAside(type, body, macros)) continue;
    row += 1;
    const { entry, problem } = readEntry(type, body, macros);
    if (problem !== null)
      yield { row, problem: `In the entry “${entry.key.slice(0, 60)}”, ${problem}; what follows it was left out.` };
    const crossref = (entry.fields.get('crossref') ?? '').trim().toLowerCase();
    const parent = crossref === '' ? undefined : parents.get(crossref);
    if (crossref !== '' && parent === undefined)
      yield {
        row,
        problem: `“${entry.key.slice(0, 60)}” refers to “${crossref.slice(0, 60)}”, which this file does not have.`,
      };
    yield checkItem(row, itemOfEntry(parent ? inherit(entry, parent) : entry));
  }
}

/** Comments, preambles, and macros, which are taken up. */
function isAside(type: string, body: string, macros: Macros): boolean {
  if (type === 'comment' || type === 'preamble') return true;
  if (type !== 'string') return false;
  for (const [name, value] of readFields(body, macros).fields) macros.set(name, value);
  return true;
}

async function parentsIn(open: () => AsyncIterable<string>): Promise<Map<string, BibtexEntry>> {
  const wanted = new Set<string>();
  const macros = usualMacros();
  for await (const piece of cutBibtex(withoutMark(open())))
    if (!('problem' in piece) && /crossref/i.test(piece.body) && !isAside(piece.type, piece.body, macros))
      wanted.add((readEntry(piece.type, piece.body, macros).entry.fields.get('crossref') ?? '').trim().toLowerCase());
  wanted.delete('');
  const parents = new Map<string, BibtexEntry>();
  if (wanted.size === 0) return parents;
  const all = usualMacros();
  for await (const piece of cutBibtex(withoutMark(open()))) {
    if ('problem' in piece || isAside(piece.type, piece.body, all)) continue;
    const { entry } = readEntry(piece.type, piece.body, all);
    const key = entry.key.toLowerCase();
    if (wanted.has(key) && !parents.has(key)) parents.set(key, entry);
  }
  return parents;
}

/** What the child does not say itself; its parent's title is the title of the book that it stands in. One step up, as BibTeX does. */
function inherit(child: BibtexEntry, parent: BibtexEntry): BibtexEntry {
  const fields = new Map(child.fields);
  const isPart = child.type.startsWith('in') || child.type === 'conference';
  for (const [name, value] of parent.fields) {
    if (OWN_FIELDS.has(name)) continue;
    const as = isPart ? (INHERITED_AS[name] ?? name) : name;
    if (as !== '' && !fields.has(as)) fields.set(as, value);
  }
  return { ...child, fields };
}

export async function* withoutMark(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let isFirst = true;
  for await (const piece of pieces) {
    yield isFirst ? piece.replace(/^\uFEFF/, '') : piece;
    if (piece !== '') isFirst = false;
  }
}
