/** A message as pages, parts and structure, in one shape whatever program stored it: EML, MSG, a mailbox. */
import { cleanLine, cleanText } from '../../cleanText.ts';
import type { ExtractContext, ExtractorResult, NewPart } from '../../extractor.ts';
import { splitPages } from '../../text/splitPages.ts';
import type { DataPart } from '../html/dataParts.ts';
import { type RemoteLoads, sayRemoteLoads } from '../html/remoteLoads.ts';

export interface MailMessage {
  /** In the order of the message, as printed. */
  headers: [name: string, value: string][];
  body: string;
  bodyKind: 'plain' | 'html' | 'none';
  attachments: (NewPart & { bytes: Uint8Array })[];
  /** Pictures and files in the markup of the body. */
  dataParts: DataPart[];
  loads: RemoteLoads;
}

/** Shown before the body, in this order; the others stand in the structure. */
const SHOWN_HEADERS = ['From', 'Sender', 'Reply-To', 'To', 'Cc', 'Bcc', 'Date', 'Subject'];
const METADATA_HEADERS: Record<string, string> = {
  from: 'From',
  to: 'To',
  cc: 'Cc',
  date: 'Date',
  messageId: 'Message-ID',
  inReplyTo: 'In-Reply-To',
  references: 'References',
  mailer: 'X-Mailer',
  userAgent: 'User-Agent',
  originatingAddress: 'X-Originating-IP',
};

/** The reader relies on the layout: header lines, an empty line, the body. */
export async function addMessage(
  message: MailMessage,
  context: ExtractContext,
): Promise<Pick<ExtractorResult, 'title' | 'metadata' | 'structure'>> {
  const { headers, body, attachments } = message;
  const shown = SHOWN_HEADERS.flatMap(name =>
    headers.filter(([key]) => key.toLowerCase() === name.toLowerCase()).map(([, value]) => `${name}: ${value}`),
  );
  const list = attachments.length === 0 ? '' : `\n\n[Attachments: ${attachments.map(part => part.name).join('; ')}]`;
  for (const text of splitPages(cleanText(`${shown.join('\n')}\n\n${body}${list}`))) await context.addPage({ text });
  const remote = sayRemoteLoads('message', message.loads);
  if (remote !== undefined) context.warn(remote);
  await addParts(
    [...attachments, ...message.dataParts.map(part => ({ ...part, disposition: 'inline' as const }))],
    context,
  );
  const headerValue = (name: string) => headers.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
  return {
    title: headerValue('Subject') ?? null,
    metadata: {
      ...Object.fromEntries(Object.entries(METADATA_HEADERS).map(([key, name]) => [key, headerValue(name)])),
      remoteHosts: message.loads.hosts.join(', '),
    },
    structure: { kind: 'mail', headers, bodyKind: message.bodyKind },
  };
}

export async function addParts(
  parts: readonly (NewPart & { bytes: Uint8Array })[],
  context: ExtractContext,
): Promise<void> {
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
    } else await context.addPart(part);
  }
}
