/** Archives of other teams: opening one, seeing what it would change, and merging it; and those that were opened before. */
import { useState } from 'react';
import type { CaseId, MergeId } from '../../../shared/kernel/ids.ts';
import { InboxList } from './InboxList.tsx';
import { InboxReview } from './InboxReview.tsx';
import { OpenArchive } from './OpenArchive.tsx';
import { OpenFields } from './OpenFields.tsx';
import './archive.css';

export interface ReceiveArchiveProps {
  /** Null in a vault where none is open: the archive may bring its case. */
  caseId: CaseId | null;
  onOpenCase(caseId: CaseId): void;
}

export function ReceiveArchive({ caseId, onOpenCase }: ReceiveArchiveProps) {
  const [opened, setOpened] = useState<MergeId | null>(null);
  if (opened !== null) {
    return (
      <div className="receive-archive">
        <InboxReview
          key={opened}
          inboxId={opened}
          inHand={caseId}
          onClose={() => setOpened(null)}
          onOpenCase={onOpenCase}
        />
      </div>
    );
  }
  return (
    <div className="receive-archive">
      <OpenArchive onOpened={setOpened} />
      {caseId && <OpenFields caseId={caseId} />}
      <InboxList onOpen={setOpened} />
    </div>
  );
}
