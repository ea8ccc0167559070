/** The commands that are there just now; the palette lists them, the keyboard runs them. */
export interface Command {
  id: string;
  title: string;
  /** Heading in the palette and in the keyboard help. */
  section: string;
  /** `Mod+K`, `C`, `Shift+N`, `Alt+ArrowLeft`, or a sequence: `G E`. */
  shortcut?: string;
  /** False hides it: it does not apply just now. */
  when?: boolean;
  run(): void;
}

type Source = () => readonly Command[];

export class CommandRegistry {
  #sources: Source[] = [];
  #watchers = new Set<() => void>();
  #version = 0;

  add(source: Source): () => void {
    this.#sources = [...this.#sources, source];
    this.changed();
    return () => {
      this.#sources = this.#sources.filter(one => one !== source);
      this.changed();
    };
  }

  /** What applies now, each id once; what was mounted later comes first, since it is nearer to the work in hand. */
  list(): Command[] {
    const seen = new Set<string>();
    return this.#sources
      .toReversed()
      .flatMap(source => source())
      .filter(command => command.when !== false && !seen.has(command.id) && seen.add(command.id));
  }

  changed(): void {
    this.#version += 1;
    for (const watcher of [...this.#watchers]) watcher();
  }

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  readonly version = (): number => this.#version;
}
