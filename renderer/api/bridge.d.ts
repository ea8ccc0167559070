/** What the preload gives the page: a port to the core, the desktop's dialogs, and nothing else. */
interface ProbatumBridge {
  /** A `message` event with the data `probatum:core-port` and the port in `ports[0]` follows on the window. */
  requestCorePort(): void;
  desktop(name: string, input: unknown): Promise<unknown>;
  grantDropped(files: File[]): Promise<unknown>;
  platform: 'linux' | 'darwin' | 'win32';
  onMenu(listener: (command: string) => void): void;
}

interface Window {
  probatum: ProbatumBridge;
}
