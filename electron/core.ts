/**
 * Puts database, documents, jobs and services together. Knows no Electron: the app's utility process, the command line
 * and the tests all start this very core.
 */
import type { OperationName } from '../shared/contract/index.ts';
import type { CoreEvent } from '../shared/contract/wire.ts';
import { describeBug } from './ipc/describeBug.ts';
import { Dispatcher } from './ipc/dispatcher.ts';
import { PathGrants } from './ipc/pathGrants.ts';
import { JobRunner } from './jobs/jobRunner.ts';
import type { Tools } from './jobs/tools.ts';
import { admissionHandlers, admissionJobs } from './services/admission/index.ts';
import { archiveHandlers, archiveJobs, dropInbox, unfinishedInboxes } from './services/archive/index.ts';
import { bundleHandlers, bundleJobs } from './services/bundle/index.ts';
import { caseHandlers } from './services/case/index.ts';
import { chartHandlers } from './services/chart/index.ts';
import { citationHandlers } from './services/citation/index.ts';
import { commentHandlers } from './services/comment/index.ts';
import { compartmentHandlers } from './services/compartment/index.ts';
import { copyHandlers } from './services/copy/index.ts';
import { custodyHandlers, custodyJobs } from './services/custody/index.ts';
import { departureHandlers } from './services/departure/index.ts';
import { dependentsHandlers } from './services/dependents/index.ts';
import { entityHandlers } from './services/entity/index.ts';
import { dropUnfinishedRendition, exhibitHandlers, unfinishedRenditions } from './services/exhibit/index.ts';
import { figureHandlers } from './services/figure/index.ts';
import { findingHandlers } from './services/finding/index.ts';
import type { Handlers } from './services/handlers.ts';
import type { HostContext } from './services/host.ts';
import { identityHandlers } from './services/identity/index.ts';
import { interchangeHandlers, interchangeJobs } from './services/interchange/index.ts';
import { jobHandlers } from './services/job/index.ts';
import { mapHandlers } from './services/map/index.ts';
import { mentionHandlers } from './services/mention/index.ts';
import { overviewHandlers } from './services/overview/index.ts';
import { passageHandlers } from './services/passage/index.ts';
import { proposalHandlers } from './services/proposal/index.ts';
import { provisionHandlers } from './services/provision/index.ts';
import { recognitionHandlers, recognitionJobs } from './services/recognition/index.ts';
import { redactionHandlers, redactionJobs } from './services/redaction/index.ts';
import { referenceHandlers, referenceJobs } from './services/reference/index.ts';
import { reportHandlers, reportJobs } from './services/report/index.ts';
import { requestHandlers } from './services/request/index.ts';
import { sampleHandlers, sampleJobs } from './services/sample/index.ts';
import { searchHandlers } from './services/search/index.ts';
import { sourceHandlers } from './services/source/index.ts';
import { stixHandlers, stixJobs } from './services/stix/index.ts';
import { threadHandlers } from './services/thread/index.ts';
import { timelineHandlers } from './services/timeline/index.ts';
import { translationHandlers } from './services/translation/index.ts';
import { VaultSession, vaultHandlers } from './services/vault/index.ts';

export interface CoreOptions {
  /** Told to a second comer: "the Probatum window", "the command line". */
  holder: string;
  /** Where recent vaults are remembered; null remembers nothing. */
  profileFolder: string | null;
  tools: Tools;
  onEvent?: (event: CoreEvent) => void;
  now?: () => Date;
  logBug?: (reference: string, operation: string, error: unknown) => void;
}

export interface Core {
  readonly dispatcher: Dispatcher;
  readonly session: VaultSession;
  readonly jobs: JobRunner;
  readonly grants: PathGrants;
  close(): Promise<void>;
}

export function startCore(options: CoreOptions): Core {
  const emit = options.onEvent ?? (() => {});
  const logBug =
    options.logBug ??
    ((reference, operation, error) =>
      console.error(`bug ${reference} in ${plainName(operation)}:\n${describeBug(error)}`));
  const grants = new PathGrants();
  const session = new VaultSession({
    holder: options.holder,
    now: options.now,
    onState: (state, reason) => {
      if (state === 'open') settle();
      emit({ event: 'vault', state, reason });
    },
  });
  const changed = gatherChanges(concepts => emit({ event: 'changed', concepts }));
  const jobs: JobRunner = new JobRunner({
    session,
    tools: options.tools,
    kinds: {
      ...admissionJobs,
      ...recognitionJobs,
      ...reportJobs,
      ...bundleJobs,
      ...sampleJobs,
      ...interchangeJobs,
      ...redactionJobs,
      ...archiveJobs,
      ...referenceJobs,
      ...stixJobs,
      ...custodyJobs,
    },
    onJob: job => emit({ event: 'job', job }),
    onChanged: changed,
    reportBug: error => dispatcher.report('a job', error),
  });
  function settle(): void {
    jobs.settleAfterOpening();
    session.write(({ db }) => {
      for (const id of unfinishedRenditions(db)) dropUnfinishedRendition(db, id);
      for (const id of unfinishedInboxes(db)) dropInbox(db, id);
    });
  }
  const host: HostContext = {
    session,
    grants,
    tools: options.tools,
    startJob: (kind, title, input, secret) => jobs.start(kind, title, input, secret),
    cancelJob: id => jobs.cancel(id),
    pauseJob: id => jobs.pause(id),
    resumeJob: id => jobs.resume(id),
    wishPage: page => jobs.wish(page),
  };
  const handlers = {
    ...vaultHandlers(options.profileFolder),
    ...caseHandlers,
    ...overviewHandlers,
    ...dependentsHandlers,
    ...sourceHandlers,
    ...admissionHandlers,
    ...exhibitHandlers,
    ...passageHandlers,
    ...proposalHandlers,
    ...findingHandlers,
    ...provisionHandlers,
    ...citationHandlers,
    ...requestHandlers,
    ...searchHandlers,
    ...recognitionHandlers,
    ...reportHandlers,
    ...bundleHandlers,
    ...custodyHandlers,
    ...jobHandlers,
    ...sampleHandlers,
    ...copyHandlers,
    ...commentHandlers,
    ...threadHandlers,
    ...translationHandlers,
    ...entityHandlers,
    ...mentionHandlers,
    ...chartHandlers,
    ...timelineHandlers,
    ...mapHandlers,
    ...figureHandlers,
    ...interchangeHandlers,
    ...archiveHandlers,
    ...referenceHandlers,
    ...stixHandlers,
    ...identityHandlers,
    ...compartmentHandlers,
    ...departureHandlers,
    ...redactionHandlers,
  } satisfies Handlers<OperationName>;
  const dispatcher: Dispatcher = new Dispatcher({ handlers, host, onChanged: changed, logBug });
  return {
    dispatcher,
    session,
    jobs,
    grants,
    close: async () => {
      await session.close();
      await options.tools.extractor.close();
    },
  };
}

/** What the port sent as an operation's name may be anything. */
function plainName(operation: string): string {
  return /^[a-zA-Z. ]{1,60}$/.test(operation) ? operation : 'an unknown operation';
}

/** Many changes in a short while become one event: a large import must not make the windows re-read at each file. */
function gatherChanges(send: (concepts: string[]) => void): (concepts: string[]) => void {
  const waiting = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let lastSent = 0;
  return concepts => {
    for (const concept of concepts) waiting.add(concept);
    if (timer) return;
    const wait = Math.max(0, 250 - (performance.now() - lastSent));
    timer = setTimeout(() => {
      timer = null;
      lastSent = performance.now();
      const gathered = [...waiting];
      waiting.clear();
      if (gathered.length > 0) send(gathered);
    }, wait);
    timer.unref?.();
  };
}
