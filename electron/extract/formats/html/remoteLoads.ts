/**
 * Counts what a browser or a mail program would fetch from elsewhere while it shows a page, and from whom. A picture that
 * is fetched tells its sender who opened the document, when and where; nothing is fetched here.
 */
import type { HtmlObserver } from '../../text/htmlText.ts';

export interface RemoteLoads {
  pictures: number;
  /** Style sheets, scripts, frames, sound, films. */
  others: number;
  /** Pictures of a size that nobody sees. */
  unseen: number;
  hosts: string[];
}

/** Attributes that a browser follows by itself, by element; `picture` ones are counted as pictures. */
const LOADING: Record<string, { picture?: string[]; other?: string[] }> = {
  img: { picture: ['src', 'srcset', 'lowsrc', 'dynsrc'] },
  image: { picture: ['href', 'xlink:href', 'src'] },
  source: { picture: ['srcset'], other: ['src'] },
  input: { picture: ['src'] },
  video: { picture: ['poster'], other: ['src'] },
  audio: { other: ['src'] },
  bgsound: { other: ['src'] },
  track: { other: ['src'] },
  script: { other: ['src'] },
  iframe: { other: ['src'] },
  frame: { other: ['src'] },
  embed: { other: ['src'] },
  object: { other: ['data', 'classid', 'codebase'] },
  applet: { other: ['code', 'codebase', 'archive'] },
  use: { other: ['href', 'xlink:href'] },
  'v:fill': { picture: ['src'] },
  'v:imagedata': { picture: ['src'] },
};
const LOADING_LINKS =
  /\b(stylesheet|icon|preload|prefetch|preconnect|dns-prefetch|modulepreload|manifest|prerender|import)\b/i;
/** Hosts are kept to a bound, since a page may be made of nothing else. */
const MAX_HOSTS = 1000;
const MAX_STYLE_CHARS = 1024 * 1024;

export interface RemoteLoadsObserver extends HtmlObserver {
  result(): RemoteLoads;
}

/** @param isHeld tells of addresses whose content lies in the document itself, as in a web archive */
export function openRemoteLoads(isHeld: (address: string) => boolean = () => false): RemoteLoadsObserver {
  const loads = { pictures: 0, others: 0, unseen: 0 };
  const seen = new Set<string>();
  const hosts = new Set<string>();
  let base: string | undefined;
  let style = '';
  let inStyle = false;

  function note(address: string, kind: 'pictures' | 'others'): boolean {
    const found = remoteAddress(address, base);
    if (found === null || isHeld(found.address)) return false;
    if (hosts.size < MAX_HOSTS) hosts.add(found.host);
    if (seen.has(found.address)) return false;
    seen.add(found.address);
    loads[kind] += 1;
    return true;
  }

  function noteStyle(css: string): void {
    for (const address of styleAddresses(css))
      note(address, /\.css\b|[?&/]css\b/i.test(address) ? 'others' : 'pictures');
  }

  return {
    open(name, attributes) {
      if (name === 'base' && base === undefined) base = attributes.href;
      inStyle = name === 'style';
      if (inStyle) style = '';
      if (attributes.style !== undefined) noteStyle(attributes.style);
      if (attributes.background !== undefined) note(attributes.background, 'pictures');
      if (name === 'link' && LOADING_LINKS.test(attributes.rel ?? '') && attributes.href !== undefined)
        note(attributes.href, /icon/i.test(attributes.rel ?? '') ? 'pictures' : 'others');
      const { picture = [], other = [] } = LOADING[name] ?? {};
      for (const address of addressesIn(attributes, picture)) {
        if (note(address, 'pictures') && isUnseen(attributes)) loads.unseen += 1;
      }
      for (const address of addressesIn(attributes, other)) note(address, 'others');
    },
    text(data) {
      if (inStyle && style.length < MAX_STYLE_CHARS) style += data;
    },
    close(name) {
      if (name === 'style') noteStyle(style);
      inStyle = false;
    },
    result: () => ({ ...loads, hosts: [...hosts].sort() }),
  };
}

export function joinLoads(all: readonly RemoteLoads[]): RemoteLoads {
  const sum = (key: 'pictures' | 'others' | 'unseen') => all.reduce((total, loads) => total + loads[key], 0);
  return {
    pictures: sum('pictures'),
    others: sum('others'),
    unseen: sum('unseen'),
    hosts: [...new Set(all.flatMap(loads => loads.hosts))].sort(),
  };
}

/** Undefined where nothing would be loaded. */
export function sayRemoteLoads(what: 'message' | 'page', loads: RemoteLoads): string | undefined {
  const { pictures, others, unseen, hosts } = loads;
  if (pictures + others === 0) return undefined;
  const counts = [counted(pictures, 'picture'), counted(others, pictures > 0 ? 'other file' : 'file')].filter(Boolean);
  const named = hosts.slice(0, 8).join(', ') + (hosts.length > 8 ? ` and ${hosts.length - 8} more` : '');
  const watched =
    unseen === 0 ? '' : ` ${unseen} of the pictures can hardly be seen, as those that report a reader are.`;
  return `The ${what} would load ${counts.join(' and ')} from elsewhere, which were not loaded: hosts ${named}.${watched}`;
}

function counted(count: number, what: string): string {
  return count === 0 ? '' : `${count} ${what}${count === 1 ? '' : 's'}`;
}

function addressesIn(attributes: Record<string, string>, names: readonly string[]): string[] {
  return names.flatMap(name => {
    const value = attributes[name];
    if (value === undefined) return [];
    // Candidates are separated by commas, each with a size; addresses may hold commas themselves.
    return name === 'srcset' ? value.split(/\s+/).map(word => word.replace(/,+$/, '')) : [value];
  });
}

/** Addresses that a style sheet loads. */
export function styleAddresses(css: string): string[] {
  const found: string[] = [];
  for (const match of css.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]+))|@import\s+["']([^"']+)/gi)) {
    const address = match.slice(1).find(group => group !== undefined);
    if (address !== undefined) found.push(address);
  }
  return found;
}

/** Null for what lies beside or inside the page. A Windows share counts: opening it sends the reader's name. */
function remoteAddress(address: string, base: string | undefined): { address: string; host: string } | null {
  const trimmed = address.trim().slice(0, 4096);
  const share = /^(?:\\\\|file:\/\/(?!\/))([^\\/]+)/i.exec(trimmed)?.[1];
  if (share !== undefined) return { address: trimmed, host: share.toLowerCase() };
  if (/^(?:data|cid|mid|blob|about|javascript|mailto|tel):/i.test(trimmed) || trimmed === '') return null;
  const from = base !== undefined && /^https?:/i.test(base.trim()) ? base.trim() : undefined;
  if (from === undefined && !/^(?:https?|ftp|wss?):/i.test(trimmed) && !/^[\\/]{2}/.test(trimmed)) return null;
  if (trimmed.startsWith('#')) return null;
  try {
    const url = new URL(trimmed, from ?? 'http://invalid./');
    return url.hostname === '' ? null : { address: url.href, host: url.hostname };
  } catch {
    return null;
  }
}

function isUnseen({ width, height, style = '' }: Record<string, string>): boolean {
  const tiny = (size: string | undefined) => size !== undefined && /^\s*[01]\s*(?:px)?\s*$/i.test(size);
  return (
    (tiny(width) && tiny(height)) ||
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|(?:max-)?(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|$|!))/i.test(
      style,
    )
  );
}
