/** The findings as they read: narrative with its footnotes as chips that open the page. */
import type { BundleCase, BundleFinding } from '../../../shared/domain/bundle.ts';
import type { NarrativeBlock, NarrativeRun } from '../../../shared/domain/narrative.ts';
import { languageOf } from '../content/languageOf.ts';
import type { PlaceProps } from '../Place.tsx';
import { ReviewSlot } from '../review/index.ts';
import { targetOfEdition, targetOfFinding } from '../reviewTargets.ts';
import { toCitation } from '../route.ts';
import { useGrowing } from '../shell/useGrowing.ts';
import { ClaimCitation } from './CitationRow.tsx';
import { FigureView } from './FigureView.tsx';
import { Status } from './Status.tsx';
import { instantWords, sizeWords } from './words.ts';

export function ReportView(props: PlaceProps) {
  const { findings, figures = [], case: about } = props.index.bundle;
  const drawn = useGrowing(findings.length, 0);
  const inAnnex = figures.filter(figure => figure.findingId === null);
  return (
    <>
      <section className="prose">
        <p className="quiet">{about.standard}</p>
        {findings.slice(0, drawn).map(finding => (
          <FindingText key={finding.id} finding={finding} {...props} />
        ))}
        {findings.length === 0 && <p className="empty-list">No finding has been written.</p>}
        {inAnnex.length > 0 && (
          <article className="finding-text">
            <h2>Figures</h2>
            {inAnnex.map(figure => (
              <FigureView key={figure.numeral} figure={figure} />
            ))}
          </article>
        )}
      </section>
      <Editions bundle={props.index.bundle} />
      <Screening bundle={props.index.bundle} />
    </>
  );
}

/** The edition that this bundle shows, in its forms; earlier ones are named with the digest of what they said. */
function Editions({ bundle: { editions = [], reports = [] } }: { bundle: BundleCase }) {
  if (editions.length === 0 && reports.length === 0) return null;
  return (
    <section className="prose">
      <h3>Editions of the report</h3>
      <ul className="editions">
        {editions.map(edition => (
          <li key={`${edition.edition} ${edition.contentSha256}`}>
            <p>
              {edition.title}, edition {edition.edition}
              {edition.isHere && ' (this one)'} <ReviewSlot target={targetOfEdition(edition)} />
            </p>
            <p className="facts">
              compiled {instantWords(edition.compiledAt)} by {edition.compiledBy} · content{' '}
              <code className="digest">{edition.contentSha256}</code>
            </p>
            {edition.files.map(file => (
              <p key={file.path} className="facts">
                <code>data/{file.path}</code> {sizeWords(file.sizeBytes)} <code className="digest">{file.sha256}</code>
              </p>
            ))}
          </li>
        ))}
        {reports.map(report => (
          <li key={report.sha256}>
            {report.title}, edition {report.edition}, compiled {instantWords(report.compiledAt)}{' '}
            <code className="digest">{report.sha256}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** That nothing was compared is said too: silence would read as "nothing found". */
function Screening({ bundle: { screening } }: { bundle: BundleCase }) {
  if (!screening) return null;
  return (
    <section className="prose">
      <h3>Names and sanctions lists</h3>
      <p>{screening.sentence}</p>
    </section>
  );
}

function FindingText({ finding, index, route, go }: PlaceProps & { finding: BundleFinding }) {
  const run = (given: NarrativeRun, at: number) =>
    given.type === 'text' ? (
      <Words key={at} run={given} />
    ) : (
      <NoteChip key={at} {...{ index, route, go }} id={given.citationId} />
    );
  return (
    <article className="finding-text">
      <h2>
        <span className="number">{finding.number}</span> {finding.title}
      </h2>
      <p className="claim-facts">
        <Status status={finding.status} /> <ReviewSlot target={targetOfFinding(finding)} />
      </p>
      {finding.narrative.length === 0 && <p className="quiet">No narrative has been written.</p>}
      {finding.narrative.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the text does not change while it is shown
        <Block key={at} block={block} run={run} />
      ))}
      {(index.bundle.figures ?? [])
        .filter(figure => figure.findingId === finding.id)
        .map(figure => (
          <FigureView key={figure.numeral} figure={figure} />
        ))}
      {finding.alternatives !== '' && (
        <>
          <h3>Alternative explanations</h3>
          <p>{finding.alternatives}</p>
        </>
      )}
      <section className="print-notes" aria-hidden="true">
        {finding.claims
          .flatMap(claim => claim.citations)
          .map(({ id }) => (
            <ClaimCitation key={id} index={index} id={id} chosen={false} onOpen={() => undefined} />
          ))}
      </section>
    </article>
  );
}

type RenderRun = (run: NarrativeRun, at: number) => React.ReactNode;

function Block({ block, run }: { block: NarrativeBlock; run: RenderRun }) {
  if (block.type === 'heading') return <h3>{block.runs.map(run)}</h3>;
  if (block.type === 'paragraph') return <p>{block.runs.map(run)}</p>;
  const List = block.ordered ? 'ol' : 'ul';
  return (
    <List>
      {block.items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the text does not change while it is shown
        <li key={at}>{item.map(run)}</li>
      ))}
    </List>
  );
}

function Words({ run }: { run: Extract<NarrativeRun, { type: 'text' }> }) {
  const text = run.italic ? <em>{run.text}</em> : run.text;
  return <span lang={languageOf(run.text)}>{run.bold ? <strong>{text}</strong> : text}</span>;
}

function NoteChip({ index, id, route, go }: PlaceProps & { id: string }) {
  const place = index.citations.get(id);
  if (!place) return <span className="note-chip missing">[citation withdrawn]</span>;
  return (
    <button
      type="button"
      className="note-chip"
      title={place.citation.quote}
      aria-label={`Footnote ${place.number}: ${place.citation.quote}`}
      aria-current={route.citation === id ? 'true' : undefined}
      onClick={() => go(toCitation(id))}
    >
      {place.number}
    </button>
  );
}
