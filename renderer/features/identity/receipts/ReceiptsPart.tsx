import { FileCheck2, Plus, ReceiptText } from 'lucide-react';
import { useState } from 'react';
import type { ReceiptId } from '../../../../shared/kernel/ids.ts';
import { useCommand, useQuery } from '../../../api/index.ts';
import { Button, Empty, Failed, Loading, Notice, Panes } from '../../../ui/index.ts';
import { useCommands, useRoute, useToast } from '../../../workbench/index.ts';
import { useCaseMemory } from '../../memory/index.ts';
import { peopleMemory } from '../peopleMemory.ts';
import { WorthTable } from '../WorthTable.tsx';
import { CheckReceipt } from './CheckReceipt.tsx';
import { ReceiptDetail } from './ReceiptDetail.tsx';
import { ReceiptList } from './ReceiptList.tsx';

/** What of this vault's custody log others hold, and what of theirs was countersigned here. */
export function ReceiptsPart() {
  const { caseId } = useRoute();
  const [{ receiptId }, change] = useCaseMemory(peopleMemory, caseId);
  const [checking, setChecking] = useState(false);
  const own = useQuery('identity.own', {});
  const receipts = useQuery('receipt.list', {});
  const witnessed = useQuery('receipt.witnessed', {});
  const make = useCommand('receipt.make');
  const toast = useToast();
  const choose = (id: ReceiptId) => change(desk => ({ ...desk, receiptId: id }));
  const hasKeys = own.data !== undefined && own.data.current !== null;
  const makeOne = () =>
    void make.run({}).then(
      receipt => {
        choose(receipt.id);
        toast({ text: `Receipt of ${receipt.eventCount} events made` });
      },
      () => undefined,
    );
  useCommands([
    {
      id: 'people.makeReceipt',
      title: 'Make a receipt of the custody log',
      section: 'People and keys',
      shortcut: 'N',
      when: hasKeys,
      run: makeOne,
    },
    {
      id: 'people.checkReceipt',
      title: 'Check a receipt or a countersignature…',
      section: 'People and keys',
      run: () => setChecking(true),
    },
  ]);
  const error = own.error ?? receipts.error ?? witnessed.error;
  if (error) return <Failed error={error} onRetry={receipts.refetch} />;
  if (!own.data || !receipts.data || !witnessed.data) return <Loading label="Reading the receipts" />;
  const chosen = receipts.data.find(one => one.id === receiptId) ?? receipts.data[0];
  const makeButton = (
    <Button kind="primary" icon={Plus} busy={make.running} disabled={!hasKeys} onPress={makeOne}>
      Make a receipt
    </Button>
  );
  const checkButton = (
    <Button icon={FileCheck2} onPress={() => setChecking(true)}>
      Check or countersign…
    </Button>
  );
  const panel = <CheckReceipt open={checking} onClose={() => setChecking(false)} onShow={choose} />;
  const noKeys = !hasKeys && (
    <Notice
      action={
        <Button kind="quiet" onPress={() => change(desk => ({ ...desk, part: 'keys' }))}>
          Go to the keys
        </Button>
      }
    >
      Receipts are signed, and this vault has no keys yet.
    </Notice>
  );
  if (receipts.data.length === 0 && witnessed.data.length === 0)
    return (
      <>
        <Empty
          icon={ReceiptText}
          title="No receipts yet"
          text="A receipt is the head of the custody log, signed, as text and QR code. Give it to somebody who keeps it: later it shows that nothing before it was changed."
          action={
            <div className="people-first">
              {noKeys}
              <div className="people-actions">
                {makeButton}
                {checkButton}
              </div>
              {make.error && <Failed error={make.error} />}
            </div>
          }
        />
        {panel}
      </>
    );
  return (
    <>
      <Panes
        id="receipts"
        left={
          <>
            <div className="receipts-head">
              {makeButton}
              {checkButton}
            </div>
            {noKeys}
            {make.error && <Failed error={make.error} />}
            <ReceiptList
              receipts={receipts.data}
              witnessed={witnessed.data}
              chosen={chosen?.id ?? null}
              onChoose={choose}
            />
          </>
        }
        main={
          chosen ? (
            <ReceiptDetail key={chosen.id} receipt={chosen} onShow={choose} />
          ) : (
            <div className="people-page">
              <p className="people-soft">No receipt of this vault was made yet.</p>
              <WorthTable />
            </div>
          )
        }
        leftLabel="Receipts"
        mainLabel="Receipt"
        leftWidth={320}
      />
      {panel}
    </>
  );
}
