/**
 * `app://probatum` serves the window, `app://reader` the frame that draws hostile pages: two origins, so that the frame
 * has nothing of the window's. Only files of our own bundle are served, each with its content security policy.
 */
import { net, protocol, type Session } from 'electron';
import { extname, join, normalize, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { appFolder } from './appFolder.ts';

const windowPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  'frame-src app://reader',
  "worker-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types ProseMirrorClipboard',
].join('; ');

const framePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors app://probatum',
  "require-trusted-types-for 'script'",
  'trusted-types probatum-reader',
].join('; ');

/** pdf.js's worker decodes JPEG 2000 and JBIG2 in WebAssembly; the pages themselves need none. */
const workerPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.pfb': 'application/octet-stream',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.bcmap': 'application/octet-stream',
  '.icc': 'application/octet-stream',
};

export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    { scheme: 'print', privileges: { standard: true, secure: true } },
  ]);
}

export function serveApp(session: Session): void {
  session.protocol.handle('app', async request => {
    const { host, pathname } = new URL(request.url);
    const root = host === 'probatum' ? 'renderer' : host === 'reader' ? 'reader' : null;
    if (root === null || request.method !== 'GET') return refuse();
    const folder = appFolder(root);
    try {
      // Throws on a broken escape such as `%E0%A4`, which is no file of ours either.
      const file = normalize(join(folder, decodeURIComponent(pathname === '/' ? '/index.html' : pathname)));
      if (!file.startsWith(folder + sep)) return refuse();
      const found = await net.fetch(pathToFileURL(file).toString(), { bypassCustomProtocolHandlers: true });
      return new Response(found.body, { headers: headersFor(root, file) });
    } catch {
      return refuse();
    }
  });
}

function headersFor(root: string, file: string): Record<string, string> {
  const policy = root === 'renderer' ? windowPolicy : /pdf\.worker/.test(file) ? workerPolicy : framePolicy;
  return {
    'content-type': mediaTypes[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  };
}

function refuse(): Response {
  return new Response(null, { status: 404 });
}
