import { useState } from 'react';
import type { ErrorReport } from '../../../shared/kernel/errors.ts';
import { call, reportOf } from '../../api/index.ts';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { Button, countOf, formatBytes, Mono, Notice } from '../../ui/index.ts';

type Verdict = OutputOf<'vault.verify'>;

/** Reads every byte of the vault again: documents against their digests, the custody chain, the database itself. */
export function VerifyVault() {
  const [state, setState] = useState<{ running: boolean; verdict: Verdict | null; error: ErrorReport | null }>({
    running: false,
    verdict: null,
    error: null,
  });
  const start = () => {
    setState({ running: true, verdict: null, error: null });
    call('vault.verify', {}).then(
      verdict => setState({ running: false, verdict, error: null }),
      (error: unknown) => setState({ running: false, verdict: null, error: reportOf(error) }),
    );
  };
  const { verdict } = state;
  return (
    <section className="settings-part">
      <h3>Verify</h3>
      <p className="settings-text">
        Reads every document again and compares it with the digest on record. A large vault takes minutes.
      </p>
      <Button busy={state.running} problem={state.error} onPress={start}>
        Verify the vault
      </Button>
      {verdict?.ok && (
        <Notice kind="good">
          {countOf(verdict.documents, 'document')} ({formatBytes(verdict.bytes)}) and{' '}
          {countOf(verdict.custodyEvents, 'custody event')} are as recorded. Head of the custody chain:{' '}
          <Mono wrap>{verdict.custodyHead}</Mono>
        </Notice>
      )}
      {verdict && !verdict.ok && (
        <Notice kind="problem">
          <ul>
            {verdict.problems.map(problem => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Notice>
      )}
    </section>
  );
}
