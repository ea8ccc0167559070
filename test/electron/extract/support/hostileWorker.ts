/** Stands in for an extractor that a document has taken over: it does what its document's name says. */
import '../../../../electron/extract/sealFirst.ts';

type Message = { type: string; job: number; fileName: string };

const summary = {
  engine: 'hostile',
  engineVersion: '1',
  detected: { mediaType: 'text/plain' },
  pageCount: 0,
  partCount: 0,
  outline: [],
  metadata: {},
  title: null,
  languages: [],
  structure: null,
  places: [],
  remarks: [],
  textSketch: null,
  pictureHash: null,
  warnings: [] as string[],
};

function send(message: unknown): void {
  process.send?.(message);
}

const acts: Record<string, (job: number) => void | Promise<void>> = {
  calm: job => send({ type: 'done', job, summary: { ...summary, title: `process ${process.pid}` } }),
  hang: () => {
    for (;;);
  },
  idle: () => {},
  crash: () => process.abort(),
  quit: () => process.exit(3),
  hoard: () => {
    const held: string[][] = [];
    for (;;) held.push(Array.from({ length: 100_000 }, (_, at) => `hoard ${at} ${held.length}`));
  },
  hoardBytes: job => {
    const held: Uint8Array[] = [];
    const more = () => {
      held.push(new Uint8Array(32 * 1024 * 1024).fill(1));
      send({ type: 'detected', job, detected: { mediaType: 'text/plain' } });
      setTimeout(more, 1);
    };
    more();
  },
  lieAboutPages: job => {
    send({
      type: 'pages',
      job,
      pages: [{ index: 7, label: null, text: 'seventh first', method: 'converted', confidence: null }],
    });
    send({ type: 'done', job, summary });
  },
  lieAboutCount: job => send({ type: 'done', job, summary: { ...summary, pageCount: 5 } }),
  readBeyond: job => send({ type: 'pull', job, id: 1, offset: 1_000_000, length: 1000 }),
  otherJob: job => send({ type: 'done', job: job + 1, summary }),
  badText: job =>
    send({
      type: 'pages',
      job,
      pages: [{ index: 0, label: null, text: 'lone \ud800', method: 'converted', confidence: null }],
    }),
  noise: job => {
    for (let at = 0; at < 5000; at += 1) send({ type: 'nonsense', job, at });
  },
  escape: async job => {
    const warnings: string[] = [];
    for (const [name, attempt] of Object.entries(escapes)) warnings.push(`${name}: ${await outcomeOf(attempt)}`);
    warnings.push(`environment: ${Object.keys(process.env).filter(key => !key.startsWith('NODE_')).length}`);
    send({ type: 'done', job, summary: { ...summary, warnings } });
  },
};

const escapes: Record<string, () => unknown> = {
  'write a file': async () => (await import('node:fs')).writeFileSync('/tmp/probatum-escape', 'x'),
  'speak on the console, and live': async () => {
    console.log('words of a document');
    console.error('more of them');
    await new Promise(resolve => setTimeout(resolve, 50));
  },
  'write a file later': async () => (await import('node:fs/promises')).open('/tmp/probatum-escape', 'w'),
  'remove a file': async () => (await import('node:fs')).rmSync('/tmp/probatum-escape-none', { force: true }),
  'load native code': () => process.dlopen({ exports: {} }, '/tmp/probatum-escape.node'),
  'read a file': async () => (await import('node:fs')).readFileSync('/etc/hostname'),
  'start a program': async () => (await import('node:child_process')).execSync('true'),
  'start a thread': async () => new (await import('node:worker_threads')).Worker('1', { eval: true }),
  'open a socket': async () => (await import('node:net')).connect(9, '127.0.0.1'),
  'open a socket by hand': async () => new (await import('node:net')).Socket().connect(9, '127.0.0.1'),
  'send a datagram': async () => (await import('node:dgram')).createSocket('udp4'),
  'ask for a name': async () => (await import('node:dns')).lookup('localhost', () => {}),
  'ask for a name later': async () => (await import('node:dns/promises')).resolve4('localhost'),
  fetch: () => fetch('http://127.0.0.1:9/'),
  http: async () => (await import('node:http')).get('http://127.0.0.1:9/'),
  'open a web socket': () => new WebSocket('ws://127.0.0.1:9/'),
  'make code of text': () => new Function('return 1')(),
};

async function outcomeOf(attempt: () => unknown): Promise<string> {
  try {
    await attempt();
    return 'done';
  } catch (error) {
    return (error as { code?: string }).code ?? (error as Error).name;
  }
}

process.on('message', (message: Message) => {
  if (message.type === 'open') void acts[message.fileName]?.(message.job);
});
