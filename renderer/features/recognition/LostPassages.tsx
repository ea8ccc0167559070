/** Passages whose words a new reading did not find: each is settled by a person, who says how its words stand there now. */
import { useState } from 'react';
import type { OrphanRow } from '../../../shared/contract/passage.ts';
import { passageWords } from '../../../shared/domain/passage.ts';
import type { CaseId, ExhibitId } from '../../../shared/kernel/ids.ts';
import { useCommand, useQuery } from '../../api/index.ts';
import { Button, Failed, Section, TextArea, TextField } from '../../ui/index.ts';
import { useNavigate } from '../../workbench/index.ts';
import './recognition.css';

export function LostPassages({ caseId, exhibitId }: { caseId: CaseId; exhibitId: ExhibitId }) {
  const { data, error, refetch } = useQuery('passage.orphans', { caseId });
  const orphans = data?.filter(row => row.exhibitId === exhibitId) ?? [];
  if (error) return <Failed error={error} onRetry={refetch} />;
  if (orphans.length === 0) return null;
  return (
    <Section title="Passages to settle" count={orphans.length}>
      <p className="inspector-soft">
        Their words were not found in the newest reading. What was cited from them keeps its words, whatever you say
        here.
      </p>
      <ul className="inspector-list">
        {orphans.map(row => (
          <LostPassage key={row.id} row={row} />
        ))}
      </ul>
    </Section>
  );
}

function LostPassage({ row }: { row: OrphanRow }) {
  const { go } = useNavigate();
  const reanchor = useCommand('passage.reanchor');
  const [words, setWords] = useState(row.quote.exact);
  const [page, setPage] = useState(String(row.pageIndex + 1));
  const pageIndex = Number.parseInt(page, 10) - 1;
  const cited = row.citedWords.filter(quote => quote !== row.quote.exact);
  const settle = () => {
    const quote = { exact: words.trim(), prefix: '', suffix: '' };
    reanchor
      .run({ passageId: row.id, selection: { kind: 'words', pageIndex, quote, rects: [] } })
      .catch(() => undefined);
  };
  return (
    <li className="lost-passage">
      <blockquote dir="auto">{passageWords(row)}</blockquote>
      {cited.map(quote => (
        <p key={quote} className="inspector-soft" dir="auto">
          Cited as “{quote}”
        </p>
      ))}
      <TextArea label="Its words as they stand now" value={words} onChange={setWords} rows={2} />
      <TextField label="On page" value={page} onChange={setPage} />
      <div className="inspector-actions">
        <Button
          disabled={words.trim() === '' || !(pageIndex >= 0)}
          busy={reanchor.running}
          problem={reanchor.error}
          onPress={settle}
        >
          It stands there
        </Button>
        <Button
          kind="quiet"
          onPress={() =>
            go({ place: 'exhibits', exhibitId: row.exhibitId, at: { kind: 'page', pageIndex: row.pageIndex } })
          }
        >
          Show the page
        </Button>
      </div>
    </li>
  );
}
