/** What the chips in the text say; filled by the window as citations change, drawn by the chips themselves. */
import type { Bearing } from '../../../../shared/domain/citation.ts';
import type { CitationId } from '../../../../shared/kernel/ids.ts';

export interface ChipLabel {
  /** `EX-0042, p. 3` */
  name: string;
  quote: string;
  bearing: Bearing;
}

export class ChipLabels {
  #labels: ReadonlyMap<CitationId, ChipLabel> = new Map();
  #watchers = new Set<() => void>();

  get(id: CitationId): ChipLabel | undefined {
    return this.#labels.get(id);
  }

  set(labels: ReadonlyMap<CitationId, ChipLabel>): void {
    this.#labels = labels;
    for (const watcher of [...this.#watchers]) watcher();
  }

  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }
}
