/**
 * Takes the network away from an extractor process before any parser is loaded. No parser of ours uses it; this is the
 * second lock, for the day one of them changes. Web globals are replaced everywhere; Node's modules where there is Node.
 */

class OfflineError extends Error {
  override readonly name = 'OfflineError';
  readonly code = 'ERR_ACCESS_DENIED';
  constructor() {
    super('The extractor has no network.');
  }
}

function refuse(): never {
  throw new OfflineError();
}

class Refused {
  constructor() {
    refuse();
  }
}

interface NodeLike {
  getBuiltinModule?(id: string): Record<string, unknown> | undefined;
}

/** Connecting and listening of any kind goes through these; http, https, http2 and tls are built on net. */
const NODE_DOORS: [module: string, names: string[]][] = [
  ['net', ['connect', 'createConnection', 'createServer']],
  ['tls', ['connect', 'createServer']],
  ['http', ['request', 'get', 'createServer']],
  ['https', ['request', 'get', 'createServer']],
  ['http2', ['connect', 'createServer', 'createSecureServer']],
  ['dgram', ['createSocket', 'Socket']],
  ['dns', ['lookup', 'lookupService', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'reverse']],
];

export function sealNetwork(): void {
  const scope: Record<string, unknown> = globalThis as never;
  scope.fetch = () => Promise.reject(new OfflineError());
  for (const name of [
    'WebSocket',
    'EventSource',
    'XMLHttpRequest',
    'WebSocketStream',
    'WebTransport',
    'RTCPeerConnection',
  ]) {
    scope[name] = Refused;
  }
  const node = scope.process as NodeLike | undefined;
  if (node?.getBuiltinModule === undefined) return;
  for (const [id, names] of NODE_DOORS) {
    const module = node.getBuiltinModule(id);
    for (const name of names) if (module !== undefined && name in module) module[name] = refuse;
  }
  const net = node.getBuiltinModule('net') as {
    Socket: { prototype: { connect: unknown } };
    Server: { prototype: { listen: unknown } };
  };
  net.Socket.prototype.connect = refuse;
  net.Server.prototype.listen = refuse;
  const promises = node.getBuiltinModule('dns/promises');
  if (promises !== undefined)
    for (const name of Object.keys(promises)) if (/^(lookup|resolve|reverse)/.test(name)) promises[name] = refuse;
  // Named imports of these modules that come later must see the refusals too.
  (node.getBuiltinModule('module') as { syncBuiltinESMExports(): void }).syncBuiltinESMExports();
}
