/** What a file of a web archive is called: its address without the scheme, as folders; never a path on this disk. */
import { suffixOfType } from '../mail/suffixes.ts';

const MAX_CHARS = 300;

export function partNameOf(address: string, mediaType: string): string {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return withSuffix(plain(address) || 'without address', mediaType);
  }
  const folders = [url.host, ...url.pathname.split('/')].map(part => plain(readable(part))).filter(part => part !== '');
  if (url.pathname.endsWith('/') || folders.length === 1) folders.push('index');
  const name = `${folders.join('/')}${url.search === '' ? '' : plain(readable(url.search))}`;
  // The end of a long name tells more than its middle.
  const short = name.length <= MAX_CHARS ? name : `${name.slice(0, MAX_CHARS - 61)}…${name.slice(-60)}`;
  return withSuffix(short, mediaType);
}

function withSuffix(name: string, mediaType: string): string {
  const suffix = suffixOfType(mediaType);
  if (suffix === 'bin' || name.toLowerCase().endsWith(`.${suffix}`)) return name;
  return /\.[A-Za-z0-9]{1,5}$/.test(name.split('/').at(-1) ?? '') ? name : `${name}.${suffix}`;
}

function readable(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function plain(part: string): string {
  const cleaned = part.replace(/[\p{Cc}\\/:*"<>|]+/gu, '-').trim();
  return /^\.+$/.test(cleaned) ? '-' : cleaned;
}
