/** The ways that references come in and go out, as entries of a menu and as commands, with the sheet that they open. */
import { BookDown, BookUp } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { CaseId, ExhibitId } from '../../../shared/kernel/ids.ts';
import type { MenuEntry } from '../../ui/index.ts';
import { useCommands } from '../../workbench/index.ts';
import { ExportReferences } from './ExportReferences.tsx';
import { ImportReferences } from './ImportReferences.tsx';

export interface ReferenceTools {
  items: readonly MenuEntry[];
  sheet: ReactNode;
}

export function useReferenceTools(caseId: CaseId, chosen: ReadonlySet<ExhibitId>): ReferenceTools {
  const [open, setOpen] = useState<'no' | 'import' | 'export'>('no');
  useCommands([
    { id: 'reference.import', title: 'Import references …', section: 'Exhibits', run: () => setOpen('import') },
    { id: 'reference.export', title: 'Export references …', section: 'Exhibits', run: () => setOpen('export') },
  ]);
  const close = () => setOpen('no');
  return {
    items: [
      { label: 'Import references …', icon: BookDown, onSelect: () => setOpen('import') },
      { label: 'Export references …', icon: BookUp, onSelect: () => setOpen('export') },
    ],
    sheet:
      open === 'import' ? (
        <ImportReferences caseId={caseId} onClose={close} />
      ) : open === 'export' ? (
        <ExportReferences caseId={caseId} chosen={[...chosen]} onClose={close} />
      ) : null,
  };
}
