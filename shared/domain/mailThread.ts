/**
 * Mail that hangs together: by the ids that messages name, and, as a proposal only, by their subjects. In the manner of
 * Zawinski's threading, without his placeholders for every id that was ever named: a gap is shown where a message answers
 * one that is not there.
 */
import { z } from 'zod';
import { Instant } from '../kernel/dates.ts';
import type { ExtractionStructure } from './extraction.ts';

/** Long lists of references are cut in the middle, as RFC 5322 advises writers to do: the first ones and the last. */
const FIRST_REFERENCES = 10;
const LAST_REFERENCES = 90;
const MAX_ID_CHARS = 500;

export const MailIds = z.object({
  messageId: z.string().max(MAX_ID_CHARS).nullable(),
  /** Ids of the messages that led to this one, the oldest first, the one that it answers last. */
  references: z.array(z.string().max(MAX_ID_CHARS)).max(FIRST_REFERENCES + LAST_REFERENCES),
  /** Without "Re:" and its like in any language; empty where nothing is left. */
  subject: z.string(),
  /** True where the subject had such a word before it. */
  isReply: z.boolean(),
  /** As the sender's clock claims. */
  sentAt: Instant.nullable(),
});
export type MailIds = z.infer<typeof MailIds>;

/** What a message's headers say of its place in a conversation; null for what is not mail. */
export function mailIdsOf(
  structure: ExtractionStructure | null,
  metadata: Readonly<Record<string, string>>,
): MailIds | null {
  if (structure?.kind !== 'mail') return null;
  const header = (name: string): string | null =>
    structure.headers.find(([key]) => key.toLowerCase() === name)?.[1] ?? null;
  const messageId = readIds(header('message-id') ?? metadata['messageId'])[0] ?? null;
  const answered = readIds(header('in-reply-to') ?? metadata['inReplyTo'])[0];
  const named = readIds(header('references') ?? metadata['references']).filter(id => id !== messageId);
  const references = answered && answered !== messageId ? [...named.filter(id => id !== answered), answered] : named;
  const subject = header('subject') ?? metadata['subject'] ?? '';
  return { messageId, references: shortened(references), ...readSubject(subject), sentAt: readSent(header('date')) };
}

/** Ids in angle brackets; where a program left them out, whatever looks like one. */
export function readIds(value: string | null | undefined): string[] {
  if (!value) return [];
  const bracketed = [...value.slice(0, 200_000).matchAll(/<([^<>\s]+)>/g)].map(match => match[1] ?? '');
  const found = bracketed.length > 0 ? bracketed : value.split(/[\s,;]+/).filter(word => /^[^@]+@[^@]+$/.test(word));
  return [...new Set(found.filter(id => id !== '' && id.length <= MAX_ID_CHARS))];
}

function shortened(ids: readonly string[]): string[] {
  return ids.length <= FIRST_REFERENCES + LAST_REFERENCES
    ? [...ids]
    : [...ids.slice(0, FIRST_REFERENCES), ...ids.slice(-LAST_REFERENCES)];
}

/** "Answer" and "forwarded" as mail programs write them before a subject. */
const replyWords = [
  ...[
    're',
    'r',
    'fw',
    'fwd',
    'aw',
    'antw',
    'wg',
    'sv',
    'vs',
    'vb',
    'tr',
    'rif',
    'rv',
    'res',
    'enc',
    'odp',
    'pd',
    'ynt',
  ],
  ...[
    '回复',
    '回覆',
    '答复',
    '答覆',
    '转发',
    '轉發',
    '轉寄',
    '返信',
    '転送',
    '답장',
    '회신',
    '전달',
    'отв',
    'ответ',
    'пересл',
    'trả lời',
  ],
];
const replyPrefix = new RegExp(`^(?:${replyWords.join('|')})\\s*(?:\\[\\d+\\]|\\(\\d+\\)|\\^\\d+)?\\s*[:：]\\s*`, 'iu');
const MAX_SUBJECT_CHARS = 300;

export function readSubject(printed: string): { subject: string; isReply: boolean } {
  let rest = printed.normalize('NFKC').replace(/\s+/g, ' ').trim().slice(0, 1000);
  let isReply = false;
  for (let match = replyPrefix.exec(rest); match; match = replyPrefix.exec(rest)) {
    isReply = true;
    rest = rest.slice(match[0].length);
  }
  return { subject: rest.toLowerCase().trim().slice(0, MAX_SUBJECT_CHARS), isReply };
}

/** Two messages may belong together by subject if it says something and one of them claims to answer. */
export function mayShareThread(left: MailIds, right: MailIds): boolean {
  return left.subject.length >= 3 && left.subject === right.subject && (left.isReply || right.isReply);
}

function readSent(date: string | null): Instant | null {
  if (date === null) return null;
  const time = Date.parse(date.slice(0, 100).replace(/\([^)]*\)/g, ''));
  // Beyond these years a clock was wrong, and the format has no room.
  if (!Number.isFinite(time) || time < Date.UTC(1970, 0, 1) || time > Date.UTC(2200, 0, 1)) return null;
  return Instant.parse(new Date(time).toISOString());
}

/** What is threaded: a message and whatever its caller knows it by. */
export interface ThreadMessage<Key> {
  key: Key;
  ids: MailIds;
}

export type ThreadEntry<Key> =
  | { kind: 'message'; depth: number; key: Key; isSameMessage: boolean }
  /** A message that others answer and that is not there. */
  | { kind: 'gap'; depth: number; messageId: string };

interface Node<Key> {
  /** Several exhibits may be the same message, from two mailboxes say. */
  messages: ThreadMessage<Key>[];
  messageId: string | null;
  parent: Node<Key> | null;
  children: Node<Key>[];
  /** The order given breaks ties of time. */
  order: number;
}

/** The conversation in the order of reading: what was answered before its answers, the earlier before the later. */
export function threadMessages<Key>(messages: readonly ThreadMessage<Key>[]): ThreadEntry<Key>[] {
  const byId = new Map<string, Node<Key>>();
  const nodes: Node<Key>[] = [];
  const newNode = (messageId: string | null): Node<Key> => {
    const node: Node<Key> = { messages: [], messageId, parent: null, children: [], order: nodes.length };
    nodes.push(node);
    if (messageId !== null) byId.set(messageId, node);
    return node;
  };
  for (const message of messages) {
    const { messageId } = message.ids;
    ((messageId === null ? undefined : byId.get(messageId)) ?? newNode(messageId)).messages.push(message);
  }
  const present = nodes.slice();
  for (const node of present) {
    const { references } = node.messages[0]?.ids ?? { references: [] };
    const last = references.at(-1);
    if (last === undefined) continue;
    const answered = byId.get(last);
    const parent = answered ?? newNode(last);
    // A gap stands below the nearest message before it that is there.
    if (!answered || (answered.messages.length === 0 && answered.parent === null)) {
      const earlier = references.slice(0, -1).findLast(id => (byId.get(id)?.messages.length ?? 0) > 0);
      const above = earlier === undefined ? undefined : byId.get(earlier);
      if (above) attach(parent, above);
    }
    attach(node, parent);
  }
  return inOrder(nodes.filter(node => node.parent === null));
}

/** Unless it would close a circle, which only a forged or broken message asks for. */
function attach<Key>(child: Node<Key>, parent: Node<Key>): void {
  for (let above: Node<Key> | null = parent; above !== null; above = above.parent) if (above === child) return;
  child.parent = parent;
  parent.children.push(child);
}

function inOrder<Key>(roots: Node<Key>[]): ThreadEntry<Key>[] {
  const entries: ThreadEntry<Key>[] = [];
  const open = sorted(roots)
    .map(node => ({ node, depth: 0 }))
    .reverse();
  // With a list of its own rather than by recursion: a chain may be as deep as a sender likes.
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, depth } = next;
    if (node.messages.length === 0) entries.push({ kind: 'gap', depth, messageId: node.messageId ?? '' });
    for (const [at, { key }] of node.messages.entries())
      entries.push({ kind: 'message', depth, key, isSameMessage: at > 0 });
    for (const child of sorted(node.children).reverse()) open.push({ node: child, depth: depth + 1 });
  }
  return entries;
}

function sorted<Key>(nodes: readonly Node<Key>[]): Node<Key>[] {
  const times = new Map(nodes.map(node => [node, timeOf(node)]));
  return [...nodes].sort((left, right) => {
    const [a, b] = [times.get(left) ?? '', times.get(right) ?? ''];
    return a < b ? -1 : a > b ? 1 : left.order - right.order;
  });
}

/** A gap is as old as the first answer to it; what has no date stands at the end. */
function timeOf<Key>(node: Node<Key>): string {
  const dates = [
    ...node.messages,
    ...(node.messages.length === 0 ? node.children.flatMap(child => child.messages) : []),
  ]
    .flatMap(({ ids }) => ids.sentAt ?? [])
    .sort();
  return dates[0] ?? '9999';
}
