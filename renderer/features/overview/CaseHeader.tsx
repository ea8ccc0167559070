import { Pencil } from 'lucide-react';
import { useState } from 'react';
import type { CaseRecord } from '../../../shared/domain/caseRecord.ts';
import { standardSentences } from '../../../shared/domain/standard.ts';
import { Badge, HandlingTag, IconButton, InstantText, Mono } from '../../ui/index.ts';
import { EditCase } from './EditCase.tsx';

export function CaseHeader({ record }: { record: CaseRecord }) {
  const [editing, setEditing] = useState(false);
  return (
    <header className="case-header">
      <div className="case-line">
        <Mono>{record.reference}</Mono>
        <HandlingTag mark={record.handlingMark} />
        {record.isExercise && <Badge tone="warning">exercise: invented for practice</Badge>}
        {record.status === 'closed' && <Badge>closed</Badge>}
      </div>
      <div className="case-title-row">
        <h1 className="case-title" dir="auto">
          {record.title}
        </h1>
        <IconButton icon={Pencil} label="Edit the case" onPress={() => setEditing(true)} />
      </div>
      <p className="case-facts">
        {[record.workstream, record.lead && `led by ${record.lead}`].filter(Boolean).join(' · ')}
        {(record.workstream || record.lead) && ' · '}opened <InstantText at={record.createdAt} />
      </p>
      <p className="case-standard">
        <span className="case-standard-label">Standard. </span>
        {standardSentences[record.standard]}
      </p>
      <EditCase open={editing} record={record} onClose={() => setEditing(false)} />
    </header>
  );
}
