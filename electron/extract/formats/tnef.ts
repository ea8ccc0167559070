/** Outlook's wrapped mail (TNEF, `winmail.dat`): the message in it, and its attachments as parts. */
import type { Extractor, ExtractorResult, NewPart } from '../extractor.ts';
import { addMessage } from './mail/message.ts';
import { MAPI } from './msg/mapi.ts';
import { readMapiMessage } from './msg/mapiMessage.ts';
import { readTnef, type TnefAttachment } from './tnef/tnefStream.ts';

export const extractTnef: Extractor = async context => {
  const message = readTnef(await context.source.readAll(), context.warn);
  const attachments = message.attachments.map(toPart);
  const found = attachments.filter(part => part !== null);
  if (found.length < attachments.length)
    context.warn(`${attachments.length - found.length} of the attachments hold no file and were left out.`);
  const mail = readMapiMessage(message, found, context);
  const { metadata, ...added } = await addMessage(mail, context);
  return {
    engine: 'probatum-tnef',
    engineVersion: '1',
    ...added,
    metadata: { ...metadata, kind: message.props.text(MAPI.messageClass) },
  } satisfies ExtractorResult;
};

function toPart(attachment: TnefAttachment, index: number): (NewPart & { bytes: Uint8Array }) | null {
  const { props, title, data } = attachment;
  const isMessage = attachment.enclosed !== null;
  const bytes = attachment.enclosed ?? props?.value(MAPI.attachData)?.bytes ?? data;
  if (bytes === null || bytes === undefined) return null;
  const stated = props?.text(MAPI.attachLongFileName) ?? title ?? props?.text(MAPI.displayName);
  const name = stated?.replace(/^.*[\\/]/, '') || `part ${index + 1}`;
  return {
    // An enclosed message is wrapped as the outer one is.
    name: isMessage ? `${name.replace(/\.(?:msg|dat)$/i, '')}.dat` : name,
    mediaType: isMessage ? 'application/ms-tnef' : (props?.text(MAPI.attachMimeTag)?.toLowerCase() ?? ''),
    disposition: props?.has(MAPI.attachContentId) === true ? 'inline' : 'attachment',
    modifiedAt: props?.time(MAPI.modificationTime) ?? null,
    bytes,
  };
}
