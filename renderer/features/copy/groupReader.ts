/** Reads all groups of a case, part after part, and anew when something changed. Knows no React. */
import type { CopyProposal, CopyVerdict } from '../../../shared/contract/copy.ts';
import type { ErrorReport } from '../../../shared/kernel/errors.ts';
import type { CaseId, ExhibitId } from '../../../shared/kernel/ids.ts';
import { call, reportOf } from '../../api/index.ts';
import { type Group, needsProposals, toGroup, withVerdict } from './copyRows.ts';

export interface GroupsRead {
  groups: readonly Group[];
  /** Null while it is not known yet. */
  total: number | null;
  /** False while the first reading is on its way. */
  isWhole: boolean;
  error: ErrorReport | null;
}

export const nothingRead: GroupsRead = { groups: [], total: null, isWhole: false, error: null };

const GROUPS_AT_ONCE = 200;
const PROPOSALS_AT_ONCE = 500;
/** A decision shows in its row at once; the list follows at this pace. */
const CALM_MS = 300;
/** During an import, reading takes at most a fifth of the time. */
const REST_FACTOR = 4;

export class GroupReader {
  readonly #caseId: CaseId;
  readonly #changed: (state: GroupsRead) => void;
  #state: GroupsRead = nothingRead;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #reading = false;
  #stale = false;
  #closed = false;
  #lastMs = 0;
  /** Decided since the reading that is on its way began: it may not know of it. */
  #decided: CopyVerdict[] = [];

  constructor(caseId: CaseId, changed: (state: GroupsRead) => void) {
    this.#caseId = caseId;
    this.#changed = changed;
  }

  /** Also after `close`: a view may be taken down and put up again. */
  start(): void {
    this.#closed = false;
    if (this.#reading) this.#stale = true;
    else void this.#read();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Something changed: what is in hand stays on the screen until all is read anew. */
  refreshSoon(): void {
    this.#stale = true;
    if (this.#reading || this.#closed) return;
    this.#timer ??= setTimeout(
      () => {
        this.#timer = undefined;
        void this.#read();
      },
      Math.max(CALM_MS, this.#lastMs * REST_FACTOR),
    );
  }

  /** What was just decided shows at once, so that no key decides twice. */
  decided(verdict: CopyVerdict): void {
    if (this.#reading) this.#decided.push(verdict);
    this.#show({ ...this.#state, groups: withVerdict(this.#state.groups, verdict) });
  }

  retry(): void {
    this.#show({ ...this.#state, error: null });
    void this.#read();
  }

  async #read(): Promise<void> {
    if (this.#reading) return;
    this.#reading = true;
    this.#stale = false;
    this.#decided = [];
    const begun = performance.now();
    try {
      await this.#readAll();
    } catch (error) {
      if (!this.#closed) this.#show({ ...this.#state, error: reportOf(error) });
    }
    this.#lastMs = performance.now() - begun;
    this.#reading = false;
    if (this.#stale) this.refreshSoon();
  }

  async #readAll(): Promise<void> {
    // A group that is found meanwhile moves the others on: one may come twice.
    const groups = new Map<string, Group>();
    for (let offset = 0; ; offset += GROUPS_AT_ONCE) {
      const answer = await call('copy.listForCase', { caseId: this.#caseId, offset, limit: GROUPS_AT_ONCE });
      for (const group of answer.groups) {
        if (this.#closed) return;
        const first = group.exhibits[0];
        const read = toGroup(group, first && needsProposals(group) ? await proposalsOf(first.exhibitId) : null);
        if (read) groups.set(read.key, read);
      }
      if (this.#closed) return;
      const isWhole = answer.groups.length < GROUPS_AT_ONCE;
      if (isWhole || !this.#state.isWhole)
        this.#show({
          groups: this.#decided.reduce(withVerdict, [...groups.values()]),
          total: answer.total,
          isWhole: this.#state.isWhole || isWhole,
          error: null,
        });
      if (isWhole) return;
    }
  }

  #show(state: GroupsRead): void {
    this.#state = state;
    this.#changed(state);
  }
}

async function proposalsOf(exhibitId: ExhibitId): Promise<CopyProposal[]> {
  const proposals: CopyProposal[] = [];
  for (let offset = 0; ; offset += PROPOSALS_AT_ONCE) {
    const { rows } = await call('copy.listForExhibit', { exhibitId, offset, limit: PROPOSALS_AT_ONCE });
    proposals.push(...rows);
    if (rows.length < PROPOSALS_AT_ONCE) return proposals;
  }
}
