import { FileInput } from 'lucide-react';
import type { CaseOverview } from '../../../shared/contract/case.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { Button, InstantText, Mono } from '../../ui/index.ts';
import { useNavigate } from '../../workbench/index.ts';

export function NewestEvidence({ newest }: { newest: CaseOverview['newest'] }) {
  const navigate = useNavigate();
  return (
    <section>
      <h2 className="overview-heading">Newest evidence</h2>
      {newest.length === 0 ? (
        <div className="newest-none">
          <p>Nothing admitted yet. Drop files or a folder anywhere on this window.</p>
          <Button icon={FileInput} onPress={() => navigate.go({ place: 'exhibits' })}>
            Add evidence
          </Button>
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
