/** What an HWPX package says of itself: which sections in which order, who wrote it, who changed what under tracking. */
import { walkXml } from '../../text/xmlWalk.ts';
import type { OfficePackage } from '../office/officePackage.ts';
import { localName } from './section.ts';

const SECTION = /^Contents\/section(\d+)\.xml$/i;
const METADATA: Record<string, string> = {
  creator: 'author',
  lastsaveby: 'lastModifiedBy',
  subject: 'subject',
  description: 'description',
  keyword: 'keywords',
  createddate: 'created',
  modifieddate: 'modified',
};

export interface HwpxFacts {
  title: string | null;
  metadata: Record<string, string | undefined>;
  /** Paths in the order of reading. */
  sections: string[];
}

export async function readHwpxFacts(pack: OfficePackage): Promise<HwpxFacts> {
  const metadata: Record<string, string | undefined> = {};
  const items = new Map<string, string>();
  const spine: string[] = [];
  let title: string | null = null;
  let key = '';
  let value = '';
  const list = await pack.read('Contents/content.hpf');
  if (list !== undefined) {
    walkXml(list, {
      open(name, attributes) {
        const local = localName(name);
        value = '';
        if (local === 'meta') key = (attributes.name ?? '').toLowerCase();
        else if (local === 'item') items.set(attributes.id ?? '', attributes.href ?? '');
        else if (local === 'itemref') spine.push(attributes.idref ?? '');
      },
      text(data) {
        value += data;
      },
      close(name) {
        const local = localName(name);
        if (local === 'title') title = value.trim() || null;
        const known = METADATA[key];
        if (local === 'meta' && known !== undefined && value.trim() !== '') metadata[known] = value.trim();
        value = '';
      },
    });
  }
  const listed = spine.map(id => items.get(id) ?? '').filter(path => SECTION.test(path));
  // Sections that the list leaves out are read as well, after the others.
  const others = pack.names.filter(name => SECTION.test(name) && !listed.includes(name)).sort(bySectionNumber);
  return { title, metadata: { ...metadata, ...(await readVersion(pack)) }, sections: [...listed, ...others] };
}

function bySectionNumber(a: string, b: string): number {
  return Number(SECTION.exec(a)?.[1]) - Number(SECTION.exec(b)?.[1]);
}

async function readVersion(pack: OfficePackage): Promise<Record<string, string | undefined>> {
  const found: Record<string, string | undefined> = {};
  const bytes = await pack.read('version.xml');
  if (bytes === undefined) return found;
  walkXml(bytes, {
    open(_, { application, appVersion, xmlVersion }) {
      found.application ??= application;
      found.applicationVersion ??= appVersion;
      found.formatVersion ??= xmlVersion;
    },
  });
  return found;
}

/** Author and time of tracked changes by their number. */
export async function readHwpxChanges(pack: OfficePackage): Promise<Map<string, { author: string; at: string }>> {
  const authors = new Map<string, string>();
  const changes = new Map<string, { authorId: string; at: string }>();
  const bytes = await pack.read('Contents/header.xml');
  if (bytes !== undefined) {
    walkXml(bytes, {
      open(name, { id, name: author, authorID, date }) {
        if (localName(name) === 'trackChangeAuthor') authors.set(id ?? '', author ?? '');
        else if (localName(name) === 'trackChange') changes.set(id ?? '', { authorId: authorID ?? '', at: date ?? '' });
      },
    });
  }
  return new Map([...changes].map(([id, { authorId, at }]) => [id, { author: authors.get(authorId) ?? '', at }]));
}
