/** What of a case never leaves: the case as a whole, its exhibits, and every decision about them. */
import { stayingWords } from '../../../shared/domain/compartment.ts';
import type { CaseRecord } from '../../../shared/domain/caseRecord.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { Button, Failed, InstantText, Loading, Mono, Notice, Table } from '../../ui/index.ts';
import { useNavigate } from '../../workbench/index.ts';
import { DecisionForm } from './DecisionForm.tsx';
import { useCompartment } from './useCompartment.ts';
import './compartment.css';

export function CompartmentOfCase({ record }: { record: Pick<CaseRecord, 'id' | 'reference'> }) {
  const { go } = useNavigate();
  const { data, error, refetch } = useCompartment(record.id);
  if (error) return <Failed error={error} onRetry={refetch} />;
  if (!data) return <Loading label="Reading what stays" />;
  const { case: whole, exhibits, history } = data;
  return (
    <div className="compartment-place">
      <section aria-label="The case as a whole" className="compartment-part">
        <h2 className="compartment-title">The case as a whole</h2>
        {whole ? (
          <Notice kind="warning">
            The case {record.reference} never leaves this vault:{' '}
            <span dir="auto">{stayingWords({ ...whole, through: 'itself', marked: record.reference })}</span>. Nothing
            of it is exported, reported, bundled or sealed.
          </Notice>
        ) : (
          <p className="compartment-soft">
            It may leave. A case that is marked is refused by every way out, in the window and on the command line.
          </p>
        )}
        <DecisionForm
          key={whole ? 'lift' : 'mark'}
          verdict={whole ? 'lift' : 'mark'}
          caseId={record.id}
          exhibitId={null}
          name={`the case ${record.reference}`}
        />
      </section>
      <section aria-label="Exhibits that never leave" className="compartment-part">
        <h2 className="compartment-title">Exhibits that never leave</h2>
        {exhibits.length === 0 ? (
          <p className="compartment-soft">
            None. Mark one in its inspector: its bytes stay under any number, with what came inside, what holds it and
            copies made of it.
          </p>
        ) : (
          <Table
            label="Exhibits that never leave"
            rows={exhibits}
            getKey={row => row.exhibitId}
            columns={[
              {
                id: 'number',
                label: 'Exhibit',
                width: '130px',
                cell: row => (
                  <Button kind="quiet" onPress={() => go({ place: 'exhibits', exhibitId: row.exhibitId })}>
                    <Mono>{exhibitNumber(row.number)}</Mono>
                  </Button>
                ),
              },
              { id: 'title', label: 'Title', cell: row => <span dir="auto">{row.title}</span> },
              {
                id: 'why',
                label: 'Why it stays',
                width: '45%',
                cell: row => <span dir="auto">{stayingWords(row)}</span>,
              },
            ]}
          />
        )}
      </section>
      {history.length > 0 && (
        <section aria-label="What was decided" className="compartment-part">
          <h2 className="compartment-title">What was decided</h2>
          <Table
            label="What was decided"
            rows={history.map((row, index) => ({ ...row, index }))}
            getKey={row => String(row.index)}
            columns={[
              { id: 'when', label: 'When (UTC)', width: '180px', cell: row => <InstantText at={row.at} withTime /> },
              {
                id: 'what',
                label: 'What',
                width: '210px',
                cell: row =>
                  `${row.exhibitNumber === null ? 'The case' : exhibitNumber(row.exhibitNumber)} ${row.verdict === 'lifted' ? 'may leave again' : 'never leaves'}`,
              },
              { id: 'why', label: 'Reason', cell: row => <span dir="auto">{row.reason}</span> },
              { id: 'by', label: 'By', width: '140px', cell: row => <span dir="auto">{row.by}</span> },
            ]}
          />
        </section>
      )}
    </div>
  );
}
