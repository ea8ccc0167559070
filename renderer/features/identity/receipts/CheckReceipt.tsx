import { useEffect, useRef, useState } from 'react';
import type { ReceiptCheck } from '../../../../shared/contract/identity.ts';
import type { GrantedPath } from '../../../../shared/contract/grantedPath.ts';
import { countersignatureFileName } from '../../../../shared/domain/identity/fileNames.ts';
import { worth } from '../../../../shared/domain/identity/whatItProves.ts';
import type { ErrorReport } from '../../../../shared/kernel/errors.ts';
import type { ReceiptId } from '../../../../shared/kernel/ids.ts';
import { call, desktop, reportOf, useCommand, useQuery } from '../../../api/index.ts';
import { Button, Notice, Panel, TextArea, TextField } from '../../../ui/index.ts';
import { useToast } from '../../../workbench/index.ts';
import { SavedFile } from '../SavedFile.tsx';
import { useSaveFile } from '../useSaveFile.ts';
import { WorthTable } from '../WorthTable.tsx';
import { CheckVerdict } from './CheckVerdict.tsx';

export interface CheckReceiptProps {
  open: boolean;
  onClose(): void;
  onShow(id: ReceiptId): void;
}

/** A receipt or a countersignature from outside: what it says, whether it holds, and what can be done with it. */
export function CheckReceipt({ open, onClose, onShow }: CheckReceiptProps) {
  const [pasted, setPasted] = useState('');
  const look = useReceiptCheck();
  const { found, error } = look;
  const again = () => {
    setPasted('');
    look.at(null);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: begins anew each time it opens
  useEffect(() => {
    if (open) again();
  }, [open]);
  return (
    <Panel open={open} title="Check or countersign" onClose={onClose}>
      <div className="people-form">
        {found ? (
          <button type="button" className="link people-again" onClick={again}>
            Check another
          </button>
        ) : (
          <>
            <p className="people-soft">
              A receipt of this vault, of another one, the line behind its QR code, or what a witness sent back.
            </p>
            <Button onPress={() => void look.chooseFile()}>Open a file…</Button>
            <TextArea
              label="Or paste it"
              value={pasted}
              maxLength={60_000}
              onChange={text => {
                setPasted(text);
                look.at(text.trim() === '' ? null : { text });
              }}
            />
          </>
        )}
        {error && <Notice kind="problem">{error.sentence}</Notice>}
        {found && <CheckVerdict check={found} />}
        {found?.kind === 'receipt' && found.signature.state === 'valid' && found.chain.state === 'other-vault' && (
          <Countersign check={found} />
        )}
        {found?.kind === 'countersignature' && found.receiptId !== null && !found.kept && (
          <Keep
            text={found.text}
            disabled={found.signature.state !== 'valid'}
            onKept={id => {
              onShow(id);
              onClose();
            }}
          />
        )}
        {found && (
          <WorthTable of={found.kind === 'countersignature' ? [worth.countersignature, worth.signature] : undefined} />
        )}
      </div>
    </Panel>
  );
}

function Countersign({ check }: { check: Extract<ReceiptCheck, { kind: 'receipt' }> }) {
  const own = useQuery('identity.own', {});
  const [note, setNote] = useState('');
  const countersign = useCommand('receipt.countersign');
  const saving = useSaveFile();
  const witness = own.data?.current?.name;
  const sign = () =>
    void countersign.run({ text: check.text, note }).then(
      ({ sha256, receipt }) =>
        saving.save(countersignatureFileName(receipt, witness ?? 'witness'), 'txt', to =>
          call('receipt.saveCountersignature', { sha256, to }),
        ),
      () => undefined,
    );
  return (
    <section className="people-form countersign" aria-label="Countersign">
      <h3>Countersign it as a witness</h3>
      <p className="people-soft">
        You sign that you had this receipt at hand now. You vouch for nothing that is recorded in the other vault. A
        copy stays here, so that you can show later what you signed.
      </p>
      <TextField
        label="How it came to you"
        value={note}
        onChange={setNote}
        maxLength={300}
        hint="Is part of what you sign. May stay empty."
      />
      <Button kind="primary" disabled={!witness} busy={countersign.running || saving.busy} onPress={sign}>
        {witness ? `Countersign as ${witness}…` : 'Countersign…'}
      </Button>
      {!witness && <p className="people-soft">This vault has no keys yet; make them first.</p>}
      {countersign.error && <Notice kind="problem">{countersign.error.sentence}</Notice>}
      <SavedFile saving={saving} />
      {saving.written && <p className="people-soft">Send it back to the team that made the receipt.</p>}
    </section>
  );
}

function Keep({ text, disabled, onKept }: { text: string; disabled: boolean; onKept(id: ReceiptId): void }) {
  const keep = useCommand('receipt.keepCountersignature');
  const toast = useToast();
  const press = () =>
    void keep.run({ text }).then(
      receipt => {
        toast({ text: 'The countersignature is kept with its receipt' });
        onKept(receipt.id);
      },
      () => undefined,
    );
  return (
    <Button kind="primary" disabled={disabled} busy={keep.running} problem={keep.error} onPress={press}>
      Keep it with its receipt
    </Button>
  );
}

function useReceiptCheck() {
  const [found, setFound] = useState<ReceiptCheck | null>(null);
  const [error, setError] = useState<ErrorReport | null>(null);
  const turn = useRef(0);
  const at = (given: { text: string } | { from: GrantedPath } | null) => {
    const mine = ++turn.current;
    setFound(null);
    setError(null);
    if (!given) return;
    call('receipt.check', given).then(
      check => mine === turn.current && setFound(check),
      (failure: unknown) => mine === turn.current && setError(reportOf(failure)),
    );
  };
  const chooseFile = async () => {
    try {
      const from = await desktop('desktop.chooseFile', { purpose: 'receipt' });
      if (from) at({ from });
    } catch (failure) {
      setError(reportOf(failure));
    }
  };
  return { found, error, at, chooseFile };
}
