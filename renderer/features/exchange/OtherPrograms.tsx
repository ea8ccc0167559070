/** What other programs read and write: records of references, entities, threat intelligence, and the custody log. */
import { Download, Upload } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import type { CaseId, ImportId } from '../../../shared/kernel/ids.ts';
import { Button } from '../../ui/index.ts';
import { ExportCustody } from '../custody/index.ts';
import { ExportEntities, ImportEntities } from '../interchange/index.ts';
import { EarlierReferences, ExportReferences, ImportReferences } from '../reference/index.ts';

type Sheet =
  | { kind: 'none' | 'export-references' | 'import-entities' | 'export-entities' | 'export-stix' | 'export-custody' }
  | { kind: 'import-references'; importId?: ImportId };

export function OtherPrograms({ caseId }: { caseId: CaseId }) {
  const [sheet, setSheet] = useState<Sheet>({ kind: 'none' });
  const show = (kind: Exclude<Sheet['kind'], 'import-references'>) => () => setSheet({ kind });
  const close = show('none');
  return (
    <div className="programs">
      <Programs
        title="References"
        read="Zotero, EndNote, Mendeley, JabRef: CSL-JSON, RIS, BibTeX"
        words="The record of each exhibit for a bibliography, and records that were kept elsewhere, matched with the exhibits here."
        onImport={() => setSheet({ kind: 'import-references' })}
        onExport={show('export-references')}
      >
        <EarlierReferences caseId={caseId} onOpen={importId => setSheet({ kind: 'import-references', importId })} />
      </Programs>
      <Programs
        title="Entities"
        read="Aleph, OpenSanctions, Gephi, QGIS, spreadsheets: FollowTheMoney, GraphML, GeoJSON, CSV, Excel"
        words="People, companies, vessels and what ties them, each value with its dates and the words it rests on."
        onImport={show('import-entities')}
        onExport={show('export-entities')}
      />
      <Programs
        title="Threat intelligence"
        read="MISP, OpenCTI and other platforms: STIX 2.1"
        words="For cyber cases: groups, wallets, addresses, files, and findings as reports. What comes in becomes entities that keep the whole of their object."
        onImport={show('import-entities')}
        onExport={show('export-stix')}
      />
      <Programs
        title="Custody log"
        read="Tools of digital forensics: CASE/UCO, JSON-LD"
        words="Who did what to which exhibit when, with the chain, for a laboratory or a court."
        onExport={show('export-custody')}
      />
      {sheet.kind === 'import-references' && (
        <ImportReferences key={sheet.importId} caseId={caseId} importId={sheet.importId} onClose={close} />
      )}
      {sheet.kind === 'export-references' && <ExportReferences caseId={caseId} onClose={close} />}
      {sheet.kind === 'import-entities' && <ImportEntities caseId={caseId} onClose={close} />}
      {sheet.kind === 'export-entities' && <ExportEntities caseId={caseId} onClose={close} />}
      {sheet.kind === 'export-stix' && <ExportEntities caseId={caseId} format="stix" onClose={close} />}
      {sheet.kind === 'export-custody' && <ExportCustody caseId={caseId} onClose={close} />}
    </div>
  );
}

interface ProgramsProps {
  title: string;
  /** Programs and formats. */
  read: string;
  words: string;
  /** Absent where it only goes out. */
  onImport?: () => void;
  onExport(): void;
  children?: ReactNode;
}

function Programs({ title, read, words, onImport, onExport, children }: ProgramsProps) {
  const headId = useId();
  return (
    <section className="program" aria-labelledby={headId}>
      <div className="program-head">
        <div>
          <h2 className="send-title" id={headId}>
            {title}
          </h2>
          <p className="send-soft">{read}</p>
        </div>
        <div className="program-actions">
          {onImport && (
            <Button icon={Download} label={`Import ${title.toLowerCase()}`} onPress={onImport}>
              Import …
            </Button>
          )}
          <Button icon={Upload} label={`Export ${title.toLowerCase()}`} onPress={onExport}>
            Export …
          </Button>
        </div>
      </div>
      <p className="program-words">{words}</p>
      {children}
    </section>
  );
}
