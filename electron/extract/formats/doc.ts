/**
 * Word documents of the old format (Word 97 to 2003, and 6 and 95). Text is as if all tracked changes were accepted;
 * what was inserted and deleted, and by whom, stands in the remarks.
 */
import type { DocumentRemark } from '../../../shared/domain/extraction.ts';
import { openCompoundFile } from '../cfb.ts';
import type { ExtractContext, Extractor } from '../extractor.ts';
import { splitPages } from '../text/splitPages.ts';
import { openStoryReader, type StoryReader } from './doc/characters.ts';
import { decryptWord } from './doc/encryption.ts';
import { openWordFile, type WordFile } from './doc/fib.ts';
import { fontNames, readFormatting } from './doc/formatting.ts';
import { decodeOld, readPieces, readText } from './doc/pieces.ts';
import { packedTime, readStories, revisionAuthors, type Stories, savedBy } from './doc/stories.ts';
import { commentLines, openRemarkList, type RemarkList } from './office/remarkList.ts';
import { addEmbedded } from './ole/embedded.ts';
import { macroWarning } from './ole/macros.ts';
import { readProperties } from './ole/propertySets.ts';

export const extractDoc: Extractor = async context => {
  const file = await openCompoundFile(context.source, context.warn);
  const word = await openWordFile(file, (main, table) => decryptWord(main, table, context.password));
  const pieces = readPieces(word);
  const { text, missingChars } = readText(pieces, word);
  if (missingChars > 0) {
    context.warn(`The document is cut short: ${missingChars} of ${text.length} characters of its text are missing.`);
  }
  const fonts = fontNames(word);
  const reader = openStoryReader({
    text,
    formatting: readFormatting(word, pieces, fonts),
    fonts,
    decode: words => (word.isOld ? decodeOld(words, word.codePage) : words),
  });
  const stories = readStories(word, reader);
  const remarks = openRemarkList(context.warn);
  addRemarks(remarks, stories, reader, word);
  for (const page of splitPages(joinStories(stories, remarks.result()))) await context.addPage({ text: page });
  const { title, ...metadata } = await readProperties(file);
  warnOf(reader, context);
  const macros = macroWarning(file);
  if (macros !== null) context.warn(macros);
  await addEmbedded(file, file.find('ObjectPool')?.children.filter(({ kind }) => kind === 'storage') ?? [], context);
  const count = (kind: DocumentRemark['kind']) => String(remarks.count(kind) || '');
  return {
    engine: 'probatum-doc',
    engineVersion: '1',
    title,
    metadata: {
      ...metadata,
      trackedInsertions: count('insertion'),
      trackedDeletions: count('deletion'),
      comments: count('comment'),
      // The history of names and paths that Word keeps without showing it.
      savedBy: savedBy(word)
        .map(({ author, path }) => `${author}: ${path}`)
        .join(' | '),
    },
    remarks: remarks.result(),
  };
};

function joinStories(stories: Stories, comments: DocumentRemark[]): string {
  const { header, body, footnotes, endnotes, textBoxes, footer } = stories;
  return [header, body, textBoxes, footnotes, endnotes, commentLines(comments).join('\n'), footer]
    .filter(part => part.trim() !== '')
    .join('\n\n');
}

function addRemarks(remarks: RemarkList, { comments }: Stories, { tracked }: StoryReader, word: WordFile): void {
  const authors = revisionAuthors(word);
  for (const { author, at, text } of comments) remarks.add('comment', author, at, text);
  for (const { tracking, text } of tracked)
    remarks.add(tracking.kind, authors[tracking.authorIndex] ?? '', packedTime(tracking.at), text);
}

function warnOf({ tracked, hiddenChars, unknownSymbols, fetchingFields }: StoryReader, context: ExtractContext): void {
  const count = (kind: DocumentRemark['kind']) => tracked.filter(({ tracking }) => tracking.kind === kind).length;
  if (tracked.length > 0) {
    context.warn(
      `The document holds tracked changes (${count('insertion')} insertions, ${count('deletion')} deletions); the text is as if all were accepted.`,
    );
  }
  if (hiddenChars > 0) {
    context.warn(
      `The document holds hidden text (${hiddenChars} characters), which Word does not show; it stands in the text here.`,
    );
  }
  if (unknownSymbols > 0)
    context.warn(`Signs of symbol fonts that are not known here stand as \uFFFD in the text (${unknownSymbols}).`);
  if (fetchingFields.length > 0) {
    context.warn(
      `The document refers to ${fetchingFields.length} files elsewhere, which were not loaded: ${fetchingFields.slice(0, 5).join('; ')}`,
    );
  }
}
