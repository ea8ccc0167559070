/** From what: a file from the disk, which is admitted first, or an exhibit of the case. What was read before stands below. */
import { FolderOpen } from 'lucide-react';
import type { CaseId, ExhibitId, ImportId } from '../../../shared/kernel/ids.ts';
import { Button } from '../../ui/index.ts';
import { useAdmitted } from '../interchange/index.ts';
import { EarlierReferences } from './EarlierReferences.tsx';
import { ExhibitCombobox } from './ExhibitCombobox.tsx';

export interface ChooseReferencesProps {
  caseId: CaseId;
  onChoose(exhibitId: ExhibitId): void;
  onOpen(importId: ImportId): void;
}

export function ChooseReferences({ caseId, onChoose, onOpen }: ChooseReferencesProps) {
  const admitted = useAdmitted(caseId, onChoose);
  return (
    <div className="reference">
      <p className="reference-lead">
        What Zotero, EndNote, JabRef and others export: CSL-JSON, RIS or BibTeX. The file becomes an exhibit first, so
        that each record can be traced to its row. Its records are matched with the exhibits of the case, and none is
        taken over before you say so.
      </p>
      <div className="reference-line">
        <Button icon={FolderOpen} busy={admitted.busy} problem={admitted.error} onPress={() => void admitted.choose()}>
          A file from the disk …
        </Button>
        {admitted.busy && (
          <span role="status" className="reference-soft">
            Admitting it as an exhibit …
          </span>
        )}
      </div>
      <ExhibitCombobox caseId={caseId} label="Or an exhibit of the case" onChoose={({ id }) => onChoose(id)} />
      <EarlierReferences caseId={caseId} onOpen={onOpen} />
    </div>
  );
}
