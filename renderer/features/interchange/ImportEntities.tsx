/** Taking entities in: from which exhibit, what its rows become, and then what came of it. */
import { useState } from 'react';
import type { CaseId, ExhibitId } from '../../../shared/kernel/ids.ts';
import { Button, Panel } from '../../ui/index.ts';
import { ChooseSource } from './ChooseSource.tsx';
import { ImportOutcome } from './ImportOutcome.tsx';
import { LookAtSource } from './LookAtSource.tsx';
import { useImport } from './useImport.ts';
import './interchange.css';

export interface ImportEntitiesProps {
  caseId: CaseId;
  /** Known already, where it is opened from an exhibit. */
  exhibitId?: ExhibitId;
  onClose(): void;
}

export function ImportEntities({ caseId, exhibitId: given, onClose }: ImportEntitiesProps) {
  const [exhibitId, setExhibitId] = useState<ExhibitId | null>(given ?? null);
  const importing = useImport(caseId);
  const back = () => {
    importing.reset();
    setExhibitId(null);
  };
  if (importing.isBegun)
    return (
      <Panel
        // Another sheet once it is over: what had the keyboard is gone with the pause, and Escape must go on closing it.
        key={importing.isOver ? 'over' : 'under way'}
        open
        wide
        title="Import entities"
        onClose={onClose}
        footer={
          <>
            <Button kind="primary" onPress={onClose}>
              {importing.isOver ? 'Done' : 'Close, and let it go on'}
            </Button>
            {importing.isOver && (
              <Button kind="quiet" onPress={back}>
                Import another
              </Button>
            )}
          </>
        }
      >
        <ImportOutcome importing={importing} />
      </Panel>
    );
  if (exhibitId !== null)
    return (
      <LookAtSource
        key={exhibitId}
        exhibitId={exhibitId}
        importing={importing}
        onBack={given ? undefined : back}
        onClose={onClose}
      />
    );
  return (
    <Panel open wide title="Import entities" onClose={onClose}>
      <ChooseSource caseId={caseId} onChoose={setExhibitId} />
    </Panel>
  );
}
