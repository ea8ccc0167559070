/** Findings against the provisions that they are measured by: status, citations for and against, and what is missing. */
import { useMemo } from 'react';
import type { BundleFinding, BundleMatrix } from '../../../shared/domain/bundle.ts';
import { languageOf } from '../content/languageOf.ts';
import type { PlaceProps } from '../Place.tsx';
import { Status } from './Status.tsx';
import { counted } from './words.ts';

type Cell = BundleMatrix['cells'][number];

export function MatrixView({ index, go }: PlaceProps) {
  const { matrix, findings } = index.bundle;
  const cells = useMemo(
    () => new Map((matrix?.cells ?? []).map(cell => [`${cell.findingId} ${cell.provisionId}`, cell] as const)),
    [matrix],
  );
  if (!matrix || matrix.provisions.length === 0)
    return <p className="empty-list">No claim of this bundle is measured against a provision.</p>;
  const { provisions } = matrix;
  return (
    <>
      <section className="prose">
        <p className="quiet">
          Which finding is measured against what, how far that is established, and by how many citations for (+) and
          against (−). Summaries are ours: verify them against the resolution.
        </p>
      </section>
      <div className="matrix-scroll">
        <table className="matrix">
          <thead>
            <tr>
              <th scope="col">Finding</th>
              {provisions.map(provision => (
                <th key={provision.id} scope="col" title={provision.summary}>
                  {provision.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {findings.map(finding => (
              <tr key={finding.id}>
                <th scope="row">
                  <span className="number">{finding.number}</span>{' '}
                  <span lang={languageOf(finding.title)}>{finding.title}</span>
                </th>
                {provisions.map(({ id, name }) => {
                  const cell = cells.get(`${finding.id} ${id}`);
                  return (
                    <td key={id}>
                      {cell && (
                        <CellButton
                          {...{ cell, finding, name }}
                          onOpen={() => go({ view: 'findings', item: cell.claimIds[0] ?? finding.id })}
                        />
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Missing matrix={matrix} findings={findings} />
      <section className="prose">
        <h2>The provisions</h2>
        <dl className="provisions">
          {provisions.map(({ id, name, summary }) => (
            <div key={id}>
              <dt>{name}</dt>
              <dd>{summary}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}

function CellButton({
  cell,
  finding,
  name,
  onOpen,
}: {
  cell: Cell;
  finding: BundleFinding;
  name: string;
  onOpen: () => void;
}) {
  const { status, supporting, contradicting, claimIds, missing } = cell;
  return (
    <button type="button" className="matrix-cell" onClick={onOpen}>
      <span className="unseen">
        {finding.number} against {name}:{' '}
      </span>
      <Status status={status} />
      <span className="quiet">
        <span aria-hidden="true">
          +{supporting} −{contradicting} ·{' '}
        </span>
        <span className="unseen">
          {supporting} for, {contradicting} against, {counted(missing.length, 'thing')} missing,{' '}
        </span>
        {counted(claimIds.length, 'claim')}
      </span>
    </button>
  );
}

function Missing({ matrix, findings }: { matrix: BundleMatrix; findings: readonly BundleFinding[] }) {
  const lacking = findings.flatMap(finding => {
    const sentences = matrix.cells.filter(cell => cell.findingId === finding.id).flatMap(cell => cell.missing);
    return sentences.length === 0 ? [] : [{ finding, sentences: [...new Set(sentences)] }];
  });
  if (lacking.length === 0) return null;
  return (
    <section className="prose">
      <h2>What is missing</h2>
      {lacking.map(({ finding, sentences }) => (
        <div key={finding.id} className="missing">
          <p className="number">{finding.number}</p>
          <ul className="reasons">
            {sentences.map(sentence => (
              <li key={sentence} className="missing">
                <span aria-hidden="true">✗</span> {sentence}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
