/** Comments on slides, in the older and the newer form; both name their authors in a list beside. */
import { walkXml } from '../../text/xmlWalk.ts';
import type { OfficePackage } from '../office/officePackage.ts';
import { readRelationships } from '../office/relationships.ts';
import type { RemarkList } from '../office/remarkList.ts';

export async function readCommentAuthors(pack: OfficePackage): Promise<ReadonlyMap<string, string>> {
  const authors = new Map<string, string>();
  for (const part of ['ppt/commentAuthors.xml', 'ppt/authors.xml']) {
    const bytes = await pack.read(part);
    if (bytes === undefined) continue;
    walkXml(bytes, {
      open(name, { id, name: author }) {
        if (/:(cmAuthor|author)$/.test(name) && id !== undefined) authors.set(id, author ?? '');
      },
    });
  }
  return authors;
}

export async function readSlideComments(
  pack: OfficePackage,
  part: string,
  { place, authors, remarks }: { place: string; authors: ReadonlyMap<string, string>; remarks: RemarkList },
): Promise<void> {
  for (const { type, target, isExternal } of await readRelationships(pack, part)) {
    const bytes = !isExternal && /comments$/i.test(type) ? await pack.read(target) : undefined;
    if (bytes !== undefined) readComments(bytes, place, authors, remarks);
  }
}

function readComments(
  bytes: Uint8Array,
  place: string,
  authors: ReadonlyMap<string, string>,
  remarks: RemarkList,
): void {
  const open: { author: string; at: string; text: string }[] = [];
  let inText = false;
  walkXml(bytes, {
    open(name, { authorId, dt, created }) {
      if (/^(p:cm|p188:cm|p188:reply)$/.test(name))
        open.push({ author: authors.get(authorId ?? '') ?? '', at: dt ?? created ?? '', text: '' });
      inText = name === 'p:text' || name === 'a:t';
    },
    text(data) {
      const comment = open.at(-1);
      if (inText && comment !== undefined) comment.text += data;
    },
    close(name) {
      inText = false;
      const comment = /^(p:cm|p188:cm|p188:reply)$/.test(name) ? open.pop() : undefined;
      if (comment !== undefined) remarks.add('comment', comment.author, comment.at, `${place}: ${comment.text}`);
    },
  });
}
