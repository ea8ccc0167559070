/** E-mail: headers as printed, the body as text, and each attachment or enclosed message as a part. */
import PostalMime from 'postal-mime';
import { cleanLine, cleanText } from '../cleanText.ts';
import type { ExtractContext, Extractor, ExtractorResult } from '../extractor.ts';
import { splitPages } from '../text/splitPages.ts';
import { readBody } from './mail/body.ts';
import { prepareMessage, printedHeaders } from './mail/headers.ts';
import { type MimePart, mimeParts } from './mail/mimeParts.ts';

/** Shown before the body, in this order; the others stand in the structure. */
const SHOWN_HEADERS = ['From', 'Sender', 'Reply-To', 'To', 'Cc', 'Bcc', 'Date', 'Subject'];
const METADATA_HEADERS: Record<string, string> = {
  from: 'From',
  to: 'To',
  cc: 'Cc',
  date: 'Date',
  messageId: 'Message-ID',
  inReplyTo: 'In-Reply-To',
  mailer: 'X-Mailer',
  originatingAddress: 'X-Originating-IP',
};

export const extractMail: Extractor = async context => {
  const bytes = prepareMessage(await context.source.readAll());
  const parser = new PostalMime({
    forceRfc822Attachments: true,
    maxHeadersSize: 8 * 1024 * 1024,
    maxNestingDepth: 200,
  });
  const message = await parser.parse(bytes);
  const headers = printedHeaders(message.headers);
  const parts = mimeParts(parser);
  const body = readBody(parts, context.warn);
  const shown = SHOWN_HEADERS.flatMap(name =>
    headers.filter(([key]) => key.toLowerCase() === name.toLowerCase()).map(([, value]) => `${name}: ${value}`),
  );
  const attachments = parts.filter(part => !body.used.has(part));
  const list = attachments.length === 0 ? '' : `\n\n[Attachments: ${attachments.map(part => part.name).join('; ')}]`;
  for (const text of splitPages(cleanText(`${shown.join('\n')}\n\n${body.text}${list}`)))
    await context.addPage({ text });
  await addParts(attachments, context);
  const headerValue = (name: string) => headers.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
  return {
    engine: 'postal-mime',
    engineVersion: '4.0.0',
    title: headerValue('Subject') ?? null,
    metadata: Object.fromEntries(Object.entries(METADATA_HEADERS).map(([key, name]) => [key, headerValue(name)])),
    structure: { kind: 'mail', headers, bodyKind: body.kind },
  } satisfies ExtractorResult;
};

async function addParts(parts: MimePart[], context: ExtractContext): Promise<void> {
  if (parts.length > 0 && context.depth >= context.limits.maxNestingDepth) {
    context.warn(
      `The message holds ${parts.length} attachments, but lies ${context.depth} levels deep in others; they were not unpacked.`,
    );
    return;
  }
  for (const part of parts) {
    if (part.bytes.byteLength > context.limits.maxPartBytes) {
      context.warn(
        `The attachment “${cleanLine(part.name, 200)}” is larger than ${context.limits.maxPartBytes} bytes and was not taken out.`,
      );
    } else {
      await context.addPart({
        name: part.name,
        mediaType: part.mediaType,
        disposition: part.disposition,
        bytes: part.bytes,
      });
    }
  }
}
