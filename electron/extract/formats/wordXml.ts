/**
 * Documents of Word 2003 as one XML file (WordprocessingML): words in reading order with their notes, margins, comments and
 * tracked changes; pictures and objects, which lie in the XML as base64, become parts.
 */
import type { Extractor } from '../extractor.ts';
import { splitPages } from '../text/splitPages.ts';
import { startXmlWalk } from '../text/xmlWalk.ts';
import { openTrackedChanges } from './docx/trackedChanges.ts';
import { tellRemoteFiles } from './office/relationships.ts';
import { commentLines, openRemarkList } from './office/remarkList.ts';
import { tellUnseenWords } from './office/unseenWords.ts';
import { openXmlProperties } from './office/xmlProperties.ts';
import { openBinaryParts } from './wordXml/binaryParts.ts';
import { openWordStory } from './wordXml/wordStory.ts';

const MAX_LISTED_LINKS = 50;

export const extractWordXml: Extractor = async context => {
  const bytes = await context.source.readAll();
  const remarks = openRemarkList(context.warn);
  const changes = openTrackedChanges(remarks);
  const story = openWordStory(remarks, changes);
  const properties = openXmlProperties();
  const parts = openBinaryParts(context);
  const walk = startXmlWalk(bytes, {
    open(name, attributes) {
      properties.open(name, attributes);
      parts.open(name, attributes);
      story.open(name, attributes);
    },
    text(data) {
      properties.text(data);
      parts.text(data);
      story.text(data);
    },
    close(name) {
      properties.close(name);
      parts.close(name);
      story.close(name);
    },
  });
  while (walk.step()) await parts.handOn();
  await parts.handOn();
  parts.tell();
  if (!walk.isWhole()) context.warn('The document ends in the middle; what follows is missing.');
  const { body, notes, header, footer, links, remote, hidden } = story.end();
  const listed = remarks.result();
  const text = [header, body, notes.join('\n'), commentLines(listed).join('\n'), footer].filter(part => part !== '');
  for (const page of splitPages(text.join('\n\n'))) await context.addPage({ text: page });
  const { insertions, deletions } = changes.counts();
  tellUnseenWords({ insertions, deletions, hidden }, context.warn);
  tellRemoteFiles(remote, context.warn);
  const { title, metadata } = properties.result();
  return {
    engine: 'probatum-word-xml',
    engineVersion: '1',
    title,
    metadata: {
      ...metadata,
      trackedInsertions: counted(insertions),
      trackedDeletions: counted(deletions),
      comments: counted(listed.filter(remark => remark.kind === 'comment').length),
      links: links.slice(0, MAX_LISTED_LINKS).join(' ') || undefined,
    },
    remarks: listed,
  };
};

function counted(count: number): string | undefined {
  return count > 0 ? String(count) : undefined;
}
