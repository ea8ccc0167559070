import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/index.ts';
import type { ErrorReport } from '../../../shared/kernel/errors.ts';
import { call, reportOf, useQuery } from '../../api/index.ts';
import { Button, countOf, Mono, Notice } from '../../ui/index.ts';
import { useOpenPeople } from '../identity/index.ts';

type Verdict = OutputOf<'custody.verify'>;

/** Computes the chain anew, and says in plain words what that proves and what it cannot. */
export function ChainCheck() {
  const head = useQuery('custody.head', {});
  const openPeople = useOpenPeople();
  const [state, setState] = useState<{ running: boolean; verdict: Verdict | null; error: ErrorReport | null }>({
    running: false,
    verdict: null,
    error: null,
  });
  const check = () => {
    setState({ running: true, verdict: null, error: null });
    call('custody.verify', {}).then(
      verdict => setState({ running: false, verdict, error: null }),
      (error: unknown) => setState({ running: false, verdict: null, error: reportOf(error) }),
    );
  };
  const { verdict } = state;
  return (
    <section className="chain">
      <h2 className="chain-title">Chain</h2>
      {head.data && (
        <dl className="facts">
          <dt>Events in the vault</dt>
          <dd>{countOf(head.data.count, 'event')}</dd>
          <dt>Head</dt>
          <dd>
            <Mono wrap>{head.data.hash}</Mono>
          </dd>
        </dl>
      )}
      <div className="chain-actions">
        <Button busy={state.running} problem={state.error} onPress={check}>
          Check the chain
        </Button>
        <Button onPress={() => openPeople('receipts')}>Receipt…</Button>
      </div>
      {verdict?.ok && (
        <Notice kind="good">
          The chain is whole: each of {countOf(verdict.count, 'event')} follows from the one before.
        </Notice>
      )}
      {verdict && !verdict.ok && (
        <Notice kind="problem">
          The chain breaks at event {verdict.brokenAt}. That event, or one before it, was altered or removed after it
          was written. Do not rely on this vault; compare it with a backup.
        </Notice>
      )}
      <details className="chain-meaning">
        <summary>What this proves, and what it does not</summary>
        <p>
          Each event holds the hash of the one before. A change to any event changes every hash after it, so somebody
          who noted the head earlier can see that what came before is still the same.
        </p>
        <p>
          It does not prove when something happened: times are this computer’s. It does not prove who sat at the desk:
          names are as given when the vault was created. And it does not stop somebody with the passphrase from writing
          a whole new chain. Against that, print the head and have it countersigned, or send it to somebody who keeps
          it.
        </p>
        <p>
          A valid signature, under a receipt, a bundle or an archive, shows that not one byte of what was signed has
          changed, and that whoever signed it held that key. It does not show whose key that is, when it was signed, nor
          that what was signed is true.
        </p>
      </details>
    </section>
  );
}
