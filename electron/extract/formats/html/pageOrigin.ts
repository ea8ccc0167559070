/**
 * Where and when a page was saved and published, by what programs write into it: browsers' and archives' comments, and the
 * description for search engines (JSON-LD). Claims of the page, never verified.
 */
import type { HtmlObserver } from '../../text/htmlText.ts';

const MAX_DESCRIPTION_CHARS = 1024 * 1024;
const MAX_COMMENT_CHARS = 4096;

export interface PageOriginObserver extends HtmlObserver {
  metadata(): Record<string, string>;
}

export function openPageOrigin(): PageOriginObserver {
  const metadata: Record<string, string> = {};
  let description = '';
  let inDescription = false;
  return {
    comment(data) {
      for (const [key, value] of Object.entries(readComment(data.slice(0, MAX_COMMENT_CHARS)))) metadata[key] ??= value;
    },
    open(name, attributes) {
      inDescription = name === 'script' && /^application\/ld\+json/i.test((attributes.type ?? '').trim());
      description = '';
      if (name === 'time' && attributes.datetime !== undefined) metadata.firstTime ??= attributes.datetime;
    },
    text(data) {
      if (inDescription && description.length < MAX_DESCRIPTION_CHARS) description += data;
    },
    close() {
      if (inDescription)
        for (const [key, value] of Object.entries(readDescription(description))) metadata[key] ??= value;
      inDescription = false;
    },
    metadata: () => metadata,
  };
}

/** `saved from url=(0022)http://…` of Microsoft's and Chromium's browsers, SingleFile's and the Internet Archive's notes. */
function readComment(comment: string): Record<string, string> {
  const found: Record<string, string> = {};
  const saved = /^\s*saved from url=\(\d+\)(\S+)/i.exec(comment)?.[1];
  if (saved !== undefined) found.savedFrom = saved;
  if (/^\s*Page saved with SingleFile\b/i.test(comment)) {
    found.savedWith = 'SingleFile';
    const address = /^\s*url:[ \t]*(\S+)/im.exec(comment)?.[1];
    const at = /^\s*saved date:[ \t]*([^\r\n]+)/im.exec(comment)?.[1];
    if (address !== undefined) found.savedFrom = address;
    if (at !== undefined) found.savedAt = at.trim();
  }
  const archived = /FILE ARCHIVED ON\s+(.{5,60}?)\s+AND RETRIEVED FROM THE\s+INTERNET ARCHIVE ON\s+(.{5,60}?)\./i.exec(
    comment,
  );
  if (archived?.[1] !== undefined && archived[2] !== undefined) {
    found.archivedAt = archived[1];
    found.savedAt = archived[2];
    found.savedWith = 'Internet Archive';
  }
  const mirrored = /^\s*Mirrored from (\S+) by HTTrack.*?,\s*([^<]+)$/i.exec(comment);
  if (mirrored?.[1] !== undefined && mirrored[2] !== undefined) {
    found.savedFrom = mirrored[1];
    found.savedAt = mirrored[2].trim();
    found.savedWith = 'HTTrack';
  }
  return found;
}

function readDescription(json: string): Record<string, string> {
  const found: Record<string, string> = {};
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return found;
  }
  const open: unknown[] = [parsed];
  for (let looked = 0; open.length > 0 && looked < 1000; looked += 1) {
    const next = open.pop();
    if (Array.isArray(next)) open.push(...next.slice(0, 100));
    if (!isRecord(next)) continue;
    const values: Record<string, unknown> = {
      published: next.datePublished,
      modified: next.dateModified,
      headline: next.headline,
      author: nameOf(next.author),
      publisher: nameOf(next.publisher),
    };
    for (const [key, value] of Object.entries(values)) {
      if (typeof value === 'string' && value.trim() !== '') found[key] ??= value;
    }
    if (next['@graph'] !== undefined) open.push(next['@graph']);
  }
  return found;
}

function nameOf(value: unknown): string | undefined {
  const all = Array.isArray(value) ? value.slice(0, 20) : [value];
  const names = all.flatMap(one =>
    typeof one === 'string' ? [one] : isRecord(one) && typeof one.name === 'string' ? [one.name] : [],
  );
  return names.length === 0 ? undefined : names.join('; ');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
