/** The findings of the case: number, title, status, and what holds each back. */
import { BookMarked, Plus } from 'lucide-react';
import { useState } from 'react';
import type { FindingRow } from '../../../shared/contract/finding.ts';
import { findingName } from '../../../shared/domain/finding.ts';
import type { FindingId } from '../../../shared/kernel/ids.ts';
import { Badge, Button, countOf, Empty, PaneHeader, StatusMark, TextField, VirtualList } from '../../ui/index.ts';
import { CommentMark } from '../comment/index.ts';
import { stageWords } from './stageWords.ts';

export interface FindingListProps {
  findings: readonly FindingRow[];
  selected: FindingId | null;
  onSelect(id: FindingId): void;
  onCreate(title: string): Promise<boolean>;
  creating: boolean;
  onCreating(creating: boolean): void;
}

export function FindingList({ findings, selected, onSelect, onCreate, creating, onCreating }: FindingListProps) {
  return (
    <>
      <PaneHeader
        level={1}
        title="Findings"
        count={findings.length}
        actions={
          <Button kind="quiet" icon={Plus} shortcut="Shift+N" onPress={() => onCreating(true)}>
            New
          </Button>
        }
      />
      {creating && <NewFinding onCreate={onCreate} onClose={() => onCreating(false)} />}
      <VirtualList
        label="Findings"
        count={findings.length}
        rowHeight={84}
        getKey={index => findings[index]?.id ?? String(index)}
        selected={selected}
        onSelect={(_, index) => {
          const finding = findings[index];
          if (finding) onSelect(finding.id);
        }}
        renderRow={index => {
          const finding = findings[index];
          return finding && <Row finding={finding} />;
        }}
        empty={
          <Empty
            icon={BookMarked}
            title="No findings yet"
            text="A finding is what the case concludes: claims, each resting on words cited from exhibits."
            action={
              <Button kind="primary" onPress={() => onCreating(true)}>
                Begin a finding
              </Button>
            }
          />
        }
      />
    </>
  );
}

function Row({ finding }: { finding: FindingRow }) {
  const { missing } = finding;
  return (
    <div className="finding-row">
      <div className="finding-row-head">
        <span className="finding-row-number">{findingName(finding)}</span>
        <StatusMark status={finding.status} />
        {finding.stage !== 'draft' && (
          <Badge tone={finding.stage === 'agreed' ? 'good' : 'plain'}>{stageWords[finding.stage]}</Badge>
        )}
        <CommentMark subject={{ kind: 'finding', id: finding.id }} within />
      </div>
      <div className="finding-row-title" dir="auto">
        {finding.title}
      </div>
      <div className="finding-row-facts one-line" title={missing.join('\n')}>
        {countOf(finding.claimCount, 'claim')}, {countOf(finding.citationCount, 'citation')}
        {missing.length > 0 && ` · ${countOf(missing.length, 'thing')} missing`}
      </div>
    </div>
  );
}

function NewFinding({ onCreate, onClose }: { onCreate(title: string): Promise<boolean>; onClose(): void }) {
  const [title, setTitle] = useState('');
  const [busy, setBusy] = useState(false);
  const create = async () => {
    if (title.trim() === '' || busy) return;
    setBusy(true);
    const created = await onCreate(title.trim());
    setBusy(false);
    if (created) onClose();
  };
  return (
    <form
      className="finding-new"
      onSubmit={event => {
        event.preventDefault();
        void create();
      }}
      onKeyDown={event => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <TextField
        label="What does it conclude?"
        value={title}
        onChange={setTitle}
        maxLength={300}
        autoFocus
        placeholder="e.g. The vessel loaded coal at sea"
      />
      <div className="finding-new-actions">
        <Button kind="primary" type="submit" busy={busy} disabled={title.trim() === ''}>
          Begin
        </Button>
        <Button kind="quiet" onPress={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
