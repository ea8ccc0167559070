/** E-mail: headers as printed, the body as text, and each attachment or enclosed message as a part. */
import type { Extractor, ExtractorResult } from '../extractor.ts';
import { readBody } from './mail/body.ts';
import { prepareMessage } from './mail/headers.ts';
import { addMessage } from './mail/message.ts';
import { MIME_ENGINE, parseMime } from './mail/parseMime.ts';
import { findProtection } from './mail/protection.ts';

export const extractMail: Extractor = async context => {
  const { encoding, warn } = context;
  const { headers, parts, outside } = await parseMime(
    prepareMessage(await context.source.readAll(), encoding),
    context.limits,
  );
  const body = readBody(parts, { encoding, warn });
  const { sentences, wrapped } = findProtection(parts, body.text);
  for (const sentence of sentences) warn(sentence);
  if (parts.some(part => part.mediaType === 'message/external-body'))
    warn('The message names an attachment that lies elsewhere; it was not fetched.');
  if (parts.some(part => part.mediaType === 'message/partial'))
    warn('The message is one piece of a longer one that was sent in several; only this piece was read.');
  const attachments = parts
    .filter(part => !body.used.has(part))
    .map(({ name, mediaType, disposition, bytes }) => ({ name, mediaType, disposition, bytes }));
  const contents = wrapped.map((bytes, index) => ({
    name: `signed content${index === 0 ? '' : ` ${index + 1}`}.eml`,
    mediaType: 'message/rfc822',
    disposition: 'attachment' as const,
    bytes,
  }));
  const added = await addMessage(
    {
      headers,
      body:
        outside === ''
          ? body.text
          : `${body.text}\n\n[Outside the parts of the message, where mail programs do not show it]\n${outside}`,
      bodyKind: body.kind,
      attachments: [...attachments, ...contents],
      dataParts: body.dataParts,
      loads: body.loads,
    },
    context,
  );
  return { ...MIME_ENGINE, ...added } satisfies ExtractorResult;
};
