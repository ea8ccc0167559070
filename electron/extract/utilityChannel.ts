/** Makes an extractor channel of an Electron utility process, or of a port to one. Typed by shape: no import of Electron. */
import type { ChannelExit, ExtractorChannel } from './channel.ts';

/** What is used of Electron's `UtilityProcess`. */
export interface UtilityProcessLike {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  kill(): boolean;
}

/** What is used of Electron's `MessagePortMain`, for a core that is itself a utility process and gets a port from main. */
export interface PortLike {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  start(): void;
  close(): void;
}

/** Chromium's exit codes for a process that ran out of memory: Windows' own, and 128 + SIGABRT for V8's abort. */
const OUT_OF_MEMORY_CODES = new Set([0xe0000008, -536870904, 134]);

export function utilityChannel(utility: UtilityProcessLike, residentBytes?: () => number | null): ExtractorChannel {
  const exits = exitOnce();
  utility.on('exit', code => exits.report({ outOfMemory: OUT_OF_MEMORY_CODES.has(code) }));
  return {
    postMessage: message => utility.postMessage(message),
    onMessage: listener => utility.on('message', listener),
    onExit: exits.listen,
    kill: () => utility.kill(),
    residentBytes,
  };
}

/** `kill` asks whoever started the process (main) to end it; a port alone cannot. */
export function portChannel(port: PortLike, kill: () => void, residentBytes?: () => number | null): ExtractorChannel {
  const exits = exitOnce();
  port.on('close', () => exits.report({ outOfMemory: false }));
  return {
    postMessage: message => port.postMessage(message),
    onMessage(listener) {
      port.on('message', event => listener(event.data));
      port.start();
    },
    onExit: exits.listen,
    kill() {
      kill();
      port.close();
    },
    residentBytes,
  };
}

function exitOnce() {
  let known: ChannelExit | undefined;
  let told: ((exit: ChannelExit) => void) | undefined;
  return {
    report(exit: ChannelExit) {
      if (known !== undefined) return;
      known = exit;
      told?.(exit);
    },
    listen(listener: (exit: ChannelExit) => void) {
      told = listener;
      if (known !== undefined) listener(known);
    },
  };
}
