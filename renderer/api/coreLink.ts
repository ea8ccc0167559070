/** The window's line to the core: numbered calls out, answers and events in. Knows the wire, not the operations. */
import type { Answer, CoreEvent } from '../../shared/contract/wire.ts';
import { CallFailed } from './callFailed.ts';

export interface CoreLink {
  send(operation: string, input: unknown): Promise<unknown>;
  /** Answers the function that ends the subscription. */
  listen(handler: (event: CoreEvent) => void): () => void;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: CallFailed): void;
}

type Incoming = Answer | CoreEvent;

export class PortLink implements CoreLink {
  #port: MessagePort | null = null;
  #nextCall = 1;
  #waiting = new Map<number, Waiting>();
  #unsent: { call: number; operation: string; input: unknown }[] = [];
  #handlers = new Set<(event: CoreEvent) => void>();

  /** Takes a port, at the start or after the core was started anew; what the old one owed will not be answered. */
  attach(port: MessagePort): void {
    this.#port?.close();
    const unsent = this.#unsent;
    this.#unsent = [];
    const keep = new Set(unsent.map(one => one.call));
    for (const [call, waiting] of this.#waiting) {
      if (keep.has(call)) continue;
      this.#waiting.delete(call);
      waiting.reject(coreRestarted());
    }
    this.#port = port;
    port.onmessage = message => this.#receive(message.data as Incoming);
    port.start();
    for (const one of unsent) port.postMessage(one);
  }

  send(operation: string, input: unknown): Promise<unknown> {
    const call = this.#nextCall++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(call, { resolve, reject });
      const message = { call, operation, input };
      if (this.#port) this.#port.postMessage(message);
      else this.#unsent.push(message);
    });
  }

  listen(handler: (event: CoreEvent) => void): () => void {
    this.#handlers.add(handler);
    return () => this.#handlers.delete(handler);
  }

  #receive(message: Incoming): void {
    if ('event' in message) {
      for (const handler of [...this.#handlers]) handler(message);
      return;
    }
    const waiting = this.#waiting.get(message.call);
    if (!waiting) return;
    this.#waiting.delete(message.call);
    if (message.ok) waiting.resolve(message.value);
    else waiting.reject(new CallFailed(message.error));
  }
}

function coreRestarted(): CallFailed {
  return new CallFailed({
    code: 'core-restarted',
    sentence: 'The core was started anew before it answered. Unlock the vault and look whether the last step is there.',
    reference: null,
  });
}
