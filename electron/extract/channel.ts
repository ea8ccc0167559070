/** The seam between the host and whatever kind of process holds an extractor: Node child, utility process, renderer. */

export interface ChannelExit {
  /** The runtime said that it ran out of memory. */
  outOfMemory: boolean;
}

export interface ExtractorChannel {
  postMessage(message: unknown): void;
  /** Called once, before the first message is posted. Messages that came earlier are delivered then. */
  onMessage(listener: (message: unknown) => void): void;
  /** Called once; the listener is told at once if the process is gone already. */
  onExit(listener: (exit: ChannelExit) => void): void;
  kill(): void;
  /** Resident memory of the process, where that can be told from outside. */
  residentBytes?(): number | null;
}
