import { FileInput, FolderInput } from 'lucide-react';
import type { CaseOverview } from '../../../shared/contract/case.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { Button, InstantText, Mono } from '../../ui/index.ts';
import { useNavigate } from '../../workbench/index.ts';
import { useAdmit } from '../exhibit/index.ts';

export function NewestEvidence({ caseId, newest }: { caseId: CaseId; newest: CaseOverview['newest'] }) {
  const navigate = useNavigate();
  const { choose } = useAdmit(caseId);
  return (
    <section>
      <h2 className="overview-heading">Newest evidence</h2>
      {newest.length === 0 ? (
        <div className="newest-none">
          <p>Nothing admitted yet. Drop files or a folder anywhere on this window.</p>
          <div className="newest-add">
            <Button icon={FolderInput} onPress={() => void choose('folder')}>
              Add a folder…
            </Button>
            <Button icon={FileInput} onPress={() => void choose('files')}>
              Add files…
            </Button>
          </div>
        </div>
      ) : (
        <ul className="newest">
          {newest.map(exhibit => (
            <li key={exhibit.id}>
              <button
                type="button"
                className="newest-row"
                onClick={() => navigate.go({ place: 'exhibits', exhibitId: exhibit.id })}
              >
                <span className="newest-head">
                  <Mono>{exhibitNumber(exhibit.number)}</Mono>
                  <InstantText at={exhibit.admittedAt} />
                </span>
                <span className="newest-title" dir="auto">
                  {exhibit.title}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
