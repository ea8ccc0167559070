import type { ReceiptView, WitnessedReceipt } from '../../../../shared/contract/identity.ts';
import { countersignatureFileName } from '../../../../shared/domain/identity/fileNames.ts';
import type { ReceiptId } from '../../../../shared/kernel/ids.ts';
import { call, useQuery } from '../../../api/index.ts';
import { countOf, formatCount, InstantText, VirtualList } from '../../../ui/index.ts';
import { SavedFile } from '../SavedFile.tsx';
import { useSaveFile } from '../useSaveFile.ts';
import { ChainMark } from './ChainMark.tsx';

export interface ReceiptListProps {
  receipts: readonly ReceiptView[];
  witnessed: readonly WitnessedReceipt[];
  chosen: ReceiptId | null;
  onChoose(id: ReceiptId): void;
}

export function ReceiptList({ receipts, witnessed, chosen, onChoose }: ReceiptListProps) {
  return (
    <>
      <VirtualList
        label="Receipts of this vault, newest first"
        count={receipts.length}
        rowHeight={52}
        getKey={index => receipts[index]?.id ?? String(index)}
        selected={chosen}
        onSelect={(_, index) => {
          const row = receipts[index];
          if (row) onChoose(row.id);
        }}
        renderRow={index => {
          const row = receipts[index];
          return row ? <Row receipt={row} /> : null;
        }}
      />
      {witnessed.length > 0 && <Witnessed witnessed={witnessed} />}
    </>
  );
}

function Row({ receipt }: { receipt: ReceiptView }) {
  const witnesses = receipt.countersignatures.length;
  return (
    <div className="contact-row">
      <span className="contact-row-name">
        <span className="one-line">{countOf(receipt.eventCount, 'event')}</span>
        <ChainMark chain={receipt.chain} />
      </span>
      <span className="contact-row-facts">
        <InstantText at={receipt.madeAt} withTime />
        <span>{witnesses === 0 ? 'not countersigned' : countOf(witnesses, 'witness', 'witnesses')}</span>
      </span>
    </div>
  );
}

function Witnessed({ witnessed }: { witnessed: readonly WitnessedReceipt[] }) {
  const own = useQuery('identity.own', {});
  const saving = useSaveFile();
  return (
    <section className="witnessed" aria-label="Countersigned here">
      <h2>Countersigned here for others</h2>
      <ul>
        {witnessed.map(({ sha256, receipt, witnessedAt }) => (
          <li key={sha256} className="witnessed-one">
            <span className="one-line" dir="auto" title={receipt.name}>
              {receipt.vaultCode} · {receipt.name}
            </span>
            <span className="people-soft">
              {formatCount(receipt.eventCount)} events, <InstantText at={witnessedAt} />
            </span>
            <button
              type="button"
              className="link"
              onClick={() =>
                void saving.save(countersignatureFileName(receipt, own.data?.current?.name ?? 'witness'), 'txt', to =>
                  call('receipt.saveCountersignature', { sha256, to }),
                )
              }
            >
              Save again…
            </button>
          </li>
        ))}
      </ul>
      <SavedFile saving={saving} />
    </section>
  );
}
