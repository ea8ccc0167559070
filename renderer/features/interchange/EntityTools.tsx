import { Download, Upload } from 'lucide-react';
import { useState } from 'react';
import type { CaseId, EntityId } from '../../../shared/kernel/ids.ts';
import { IconButton } from '../../ui/index.ts';
import { useCommands } from '../../workbench/index.ts';
import { ExportEntities } from './ExportEntities.tsx';
import { ImportEntities } from './ImportEntities.tsx';

export interface EntityToolsProps {
  caseId: CaseId;
  /** Chosen in the list. */
  chosen: readonly EntityId[];
}

/** The two buttons of a list of entities, with their commands: bringing in and handing out. */
export function EntityTools({ caseId, chosen }: EntityToolsProps) {
  const [open, setOpen] = useState<'no' | 'import' | 'export'>('no');
  useCommands([
    { id: 'entity.import', title: 'Import entities …', section: 'Entities', run: () => setOpen('import') },
    { id: 'entity.export', title: 'Export entities …', section: 'Entities', run: () => setOpen('export') },
  ]);
  const close = () => setOpen('no');
  return (
    <>
      <IconButton icon={Download} label="Import entities" onPress={() => setOpen('import')} />
      <IconButton icon={Upload} label="Export entities" onPress={() => setOpen('export')} />
      {open === 'import' && <ImportEntities caseId={caseId} onClose={close} />}
      {open === 'export' && <ExportEntities caseId={caseId} chosen={chosen} onClose={close} />}
    </>
  );
}
