/** What an exhibit's own file tells of people, and what in it does things, from what reading it brought up. Pure. */
import type { Rendition } from '../rendition.ts';

export const traceKinds = ['place', 'person', 'device', 'changes', 'comments', 'hidden', 'active', 'paths'] as const;
export type TraceKind = (typeof traceKinds)[number];

export interface Trace {
  kind: TraceKind;
  /** With the value, since whoever reads this decides by it. */
  words: string;
}

type Read = Pick<Rendition, 'metadata' | 'warnings' | 'remarks' | 'places'>;

const telling: readonly [kind: TraceKind, field: RegExp, words: string][] = [
  ['place', /latitude|longitude|gps/i, 'where it was made'],
  ['person', /author|artist|byline|modifiedby|owner|manager|company|copyright/i, 'who made it'],
  ['device', /serial|camera|device|(^|\W)(make|model)$|hostcomputer/i, 'by which device it was made'],
  ['active', /^scripts$/i, 'scripts that it holds'],
  ['active', /^remoteHosts$/i, 'what it would load from elsewhere'],
];
/** `C:\Users\…`, `\\server\…`, `/home/…`, `file://…`: folders are named after people. */
const path = /(?:[A-Z]:\\|\\\\[\w.-]+\\|file:\/\/|\/(?:home|Users)\/)[^\s;,"'<>]+/;
const activeWarning = /macro|script|formula[s]? reach|not loaded|would load/i;
const hiddenWarning = /\bhid(?:den|es)\b/i;
const mostValueChars = 120;

export function tracesOf({ metadata, warnings, remarks, places }: Read): Trace[] {
  const fields = Object.entries(metadata).filter(([, value]) => value.trim() !== '');
  const found: Trace[] = telling.flatMap(([kind, field, words]) => {
    const values = fields.filter(([key]) => field.test(key)).map(([, value]) => value.trim());
    return values.length === 0 ? [] : [{ kind, words: `${words} (${shortened(values)})` }];
  });
  if (places.length > 0 && !found.some(({ kind }) => kind === 'place'))
    found.push({
      kind: 'place',
      words: `where it was made (${shortened(places.map(place => `${place.latitude}, ${place.longitude}`))})`,
    });
  const changes = remarks.filter(({ kind }) => kind !== 'comment');
  if (changes.length > 0)
    found.push({ kind: 'changes', words: `${counted(changes.length, 'tracked change')}${by(changes)}` });
  const comments = remarks.filter(({ kind }) => kind === 'comment');
  if (comments.length > 0)
    found.push({ kind: 'comments', words: `${counted(comments.length, 'comment')}${by(comments)}` });
  const notes = metadata['notes']?.trim() ?? '';
  if (notes !== '') found.push({ kind: 'comments', words: `notes that show when opened (${shortened([notes])})` });
  if (warnings.some(sentence => hiddenWarning.test(sentence)))
    found.push({ kind: 'hidden', words: 'words, rows or columns that it hides' });
  if (!found.some(({ kind }) => kind === 'active') && warnings.some(sentence => activeWarning.test(sentence)))
    found.push({ kind: 'active', words: 'macros, scripts or links that reach out of it' });
  const paths = fields.flatMap(([, value]) => path.exec(value)?.[0] ?? []);
  if (paths.length > 0)
    found.push({ kind: 'paths', words: `folders of the computer it was made on (${shortened(paths)})` });
  return found;
}

function by(remarks: Read['remarks']): string {
  const authors = [...new Set(remarks.map(({ author }) => author.trim()).filter(author => author !== ''))];
  return authors.length === 0 ? '' : ` by ${shortened(authors)}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function shortened(values: readonly string[]): string {
  const all = [...new Set(values)].join(', ').replace(/\s+/g, ' ');
  return all.length <= mostValueChars ? all : `${all.slice(0, mostValueChars)} …`;
}
