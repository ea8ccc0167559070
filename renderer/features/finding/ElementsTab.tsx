/** Claims against independent origins and provisions: where one voice stands alone, the gap is seen at once. */
import { Check } from 'lucide-react';
import { useMemo } from 'react';
import type { FindingView } from '../../../shared/domain/finding.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import type { Provision } from '../../../shared/domain/provision.ts';
import type { CitationId, ClaimId } from '../../../shared/kernel/ids.ts';
import { BearingSign, Empty, Failed, GradeMark, Loading, StatusMark } from '../../ui/index.ts';
import { provisionMark, verifySentence } from '../provision/index.ts';
import { elementsMatrix, type ElementRow, type ElementsMatrix } from './elements.ts';
import { useSources } from './useFinding.ts';
import './elements.css';

export interface ElementsTabProps {
  finding: FindingView;
  provisions: ReadonlyMap<string, Provision>;
  onClaim(id: ClaimId): void;
  onRead(id: CitationId): void;
}

export function ElementsTab({ finding, provisions, onClaim, onRead }: ElementsTabProps) {
  const sources = useSources();
  const matrix = useMemo(() => elementsMatrix(finding.claims, sources.data ?? []), [finding.claims, sources.data]);
  if (sources.error) return <Failed error={sources.error} onRetry={sources.refetch} />;
  if (!sources.data) return <Loading label="Reading the sources" />;
  if (finding.claims.length === 0)
    return (
      <Empty
        title="No claims to set out"
        text="Once claims are written and cited, this shows which independent origins carry each."
      />
    );
  return (
    <div className="elements">
      <OriginTable matrix={matrix} onClaim={onClaim} onRead={onRead} />
      <ProvisionTable matrix={matrix} provisions={provisions} onClaim={onClaim} />
    </div>
  );
}

function ClaimHead({ row, onClaim }: { row: ElementRow; onClaim(id: ClaimId): void }) {
  return (
    <th scope="row" className="elements-claim">
      <button type="button" className="elements-claim-press" onClick={() => onClaim(row.claimId)}>
        <span className="elements-claim-number">{row.number}</span>
        <span className="elements-claim-text" dir="auto">
          {row.text || 'Claim without words yet'}
        </span>
      </button>
    </th>
  );
}

function OriginTable({
  matrix,
  onClaim,
  onRead,
}: {
  matrix: ElementsMatrix;
  onClaim(id: ClaimId): void;
  onRead(id: CitationId): void;
}) {
  return (
    <section>
      <h2 className="elements-title">Which independent origins support what</h2>
      <p className="elements-note">
        Sources that draw on one origin, however far back, share a column: they count as one voice.
      </p>
      <div className="elements-scroll">
        <table className="elements-table">
          <thead>
            <tr>
              <th scope="col">Claim</th>
              <th scope="col">Status</th>
              <th scope="col" className="elements-number" title="Independent origins of reliability A to C in support">
                Origins
              </th>
              {matrix.columns.map(column => (
                <th scope="col" key={column.key} className="elements-origin">
                  {column.sources.map(source => (
                    <span key={source.name} className="elements-source" dir="auto">
                      <GradeMark reliability={source.reliability} /> {source.name}
                    </span>
                  ))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.rows.map(row => (
              <tr key={row.claimId}>
                <ClaimHead row={row} onClaim={onClaim} />
                <td>
                  <StatusMark status={row.status} />
                </td>
                <td className="elements-number">{row.independent}</td>
                {matrix.columns.map(column => (
                  <td key={column.key}>
                    {row.cells.get(column.key)?.map(cell => (
                      <button
                        key={cell.citationId}
                        type="button"
                        className="elements-cell"
                        onClick={() => onRead(cell.citationId)}
                      >
                        <BearingSign bearing={cell.bearing} />
                        {exhibitNumber(cell.exhibitNumber)}
                      </button>
                    ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function ProvisionTable({
  matrix,
  provisions,
  onClaim,
}: {
  matrix: ElementsMatrix;
  provisions: ReadonlyMap<string, Provision>;
  onClaim(id: ClaimId): void;
}) {
  const ids = [...new Set(matrix.rows.flatMap(row => row.provisionIds))];
  if (ids.length === 0) return null;
  return (
    <section>
      <h2 className="elements-title">What each claim measures against</h2>
      <p className="elements-note">{verifySentence}</p>
      <div className="elements-scroll">
        <table className="elements-table">
          <thead>
            <tr>
              <th scope="col">Claim</th>
              {ids.map(id => {
                const provision = provisions.get(id);
                return (
                  <th scope="col" key={id} className="elements-origin" title={provision?.summary}>
                    {provision ? provisionMark(provision) : id}
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {matrix.rows.map(row => (
              <tr key={row.claimId}>
                <ClaimHead row={row} onClaim={onClaim} />
                {ids.map(id => (
                  <td key={id}>{row.provisionIds.includes(id) && <Check size={15} aria-label="measured against" />}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
