/** Outlook messages (MSG): the same layout as other mail; attachments and enclosed messages become parts. */
import { cleanLine } from '../cleanText.ts';
import { type CompoundEntry, type CompoundFile, openCompoundFile, sameName } from '../cfb.ts';
import { ExtractionFailure } from '../extractionFailure.ts';
import type { Extractor, ExtractorResult, NewPart } from '../extractor.ts';
import { safeName } from './mail/headers.ts';
import { addMessage } from './mail/message.ts';
import { suffixOfType } from './mail/suffixes.ts';
import { MAPI, type MapiProps } from './msg/mapi.ts';
import { readMapiMessage } from './msg/mapiMessage.ts';
import { HEADER_BYTES, readProps, repackEnclosed, storagesNamed } from './msg/msgStorage.ts';
import { openEmbedded } from './ole/embedded.ts';

/** How an attachment is held: 5 an enclosed message, 6 an object of another program; 2 to 4 and 7 only a path. */
const METHOD = { message: 5, object: 6 } as const;
const BY_REFERENCE = new Set([2, 3, 4, 7]);

export const extractMsg: Extractor = async context => {
  const file = await openCompoundFile(context.source, context.warn);
  const props = await readProps(file, file.root, HEADER_BYTES.message);
  if (!props.has(MAPI.messageClass) && !props.has(MAPI.subject) && !props.has(MAPI.body))
    throw new ExtractionFailure('unreadable', 'The document is damaged: no message was found in it.');
  const recipients: MapiProps[] = [];
  for (const storage of storagesNamed(file.root, '__recip_version1.0_'))
    recipients.push(await readProps(file, storage, HEADER_BYTES.other, props.codePage));
  const attachments: (NewPart & { bytes: Uint8Array })[] = [];
  let damaged = 0;
  for (const [index, storage] of storagesNamed(file.root, '__attach_version1.0_').entries()) {
    const attachment = await readAttachment(file, storage, props, index);
    if (attachment === null) damaged += 1;
    else if ('elsewhere' in attachment)
      context.warn(`An attachment is only a reference to “${attachment.elsewhere}”, which was not loaded.`);
    else attachments.push(attachment);
  }
  if (damaged > 0) context.warn(`${damaged} of the attachments could not be read and were left out.`);
  const message = readMapiMessage({ props, recipients }, attachments, context);
  const { metadata, ...added } = await addMessage(message, context);
  return {
    engine: 'probatum-msg',
    engineVersion: '1',
    ...added,
    metadata: {
      ...metadata,
      kind: props.text(MAPI.messageClass),
      createdAt: props.time(MAPI.creationTime),
      modifiedAt: props.time(MAPI.modificationTime),
      submittedAt: props.time(MAPI.clientSubmitTime),
      deliveredAt: props.time(MAPI.deliveryTime),
    },
  } satisfies ExtractorResult;
};

type Attachment = (NewPart & { bytes: Uint8Array }) | { elsewhere: string };

/** Null where there is nothing in it that can be taken out. */
async function readAttachment(
  file: CompoundFile,
  storage: CompoundEntry,
  message: MapiProps,
  index: number,
): Promise<Attachment | null> {
  const props = await readProps(file, storage, HEADER_BYTES.other, message.codePage);
  const mediaType = props.text(MAPI.attachMimeTag)?.toLowerCase() ?? '';
  const stated = props.text(MAPI.attachLongFileName) ?? props.text(MAPI.attachFileName) ?? props.text(MAPI.displayName);
  const name = stated?.replace(/^.*[\\/]/, '') || `part ${index + 1}.${suffixOfType(mediaType)}`;
  const method = props.number(MAPI.attachMethod) ?? 1;
  const shared = {
    mediaType,
    disposition: isInline(props) ? ('inline' as const) : ('attachment' as const),
    modifiedAt: props.time(MAPI.modificationTime) ?? null,
  };
  const object = storage.children.find(
    ({ kind, name: entry }) => kind === 'storage' && sameName(entry, '__substg1.0_3701000D'),
  );
  try {
    if (object !== undefined && method !== METHOD.object) {
      const title = safeName(props.text(MAPI.displayName) ?? name.replace(/\.msg$/i, ''));
      const bytes = await repackEnclosed(file, object);
      return {
        ...shared,
        name: `${title || `message ${index + 1}`}.msg`,
        mediaType: 'application/vnd.ms-outlook',
        bytes,
      };
    }
    if (object !== undefined) {
      const embedded = await openEmbedded(file, object, name);
      return embedded.kind === 'file' ? { ...shared, name: embedded.name, bytes: embedded.bytes } : null;
    }
    const data = props.value(MAPI.attachData);
    if (data !== undefined) return { ...shared, name, bytes: data.bytes };
    const elsewhere = props.text(MAPI.attachLongPathName) ?? props.text(MAPI.attachPathName);
    if (BY_REFERENCE.has(method) && elsewhere !== undefined) return { elsewhere: cleanLine(elsewhere, 200) };
    return null;
  } catch {
    return null;
  }
}

/** Pictures that the body shows carry the name by which it points to them. */
function isInline(props: MapiProps): boolean {
  return props.has(MAPI.attachContentId) || props.number(MAPI.attachmentHidden) === 1;
}
