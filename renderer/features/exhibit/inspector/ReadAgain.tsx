/** Reading an exhibit again with other settings; what was read before stays for the citations made on it. */
import { RotateCw } from 'lucide-react';
import { useState } from 'react';
import type { JobId } from '../../../../shared/kernel/ids.ts';
import { isOver } from '../../../../shared/kernel/job.ts';
import type { Exhibit } from '../../../../shared/domain/exhibit.ts';
import { useCommand, useJob } from '../../../api/index.ts';
import { Button, Checkbox, Progress, Select } from '../../../ui/index.ts';
import { encodingChoices } from '../encodings.ts';

export function ReadAgain({ exhibits }: { exhibits: readonly Pick<Exhibit, 'id' | 'caseId' | 'mediaType'>[] }) {
  const extract = useCommand('exhibit.extract');
  const [jobId, setJobId] = useState<JobId | null>(null);
  const [encoding, setEncoding] = useState('');
  const [isPatient, setPatient] = useState(false);
  const job = useJob(jobId);
  const [first] = exhibits;
  if (!first) return null;
  const running = jobId !== null && (job === null || !isOver(job.status.state));
  const progress = job?.status.state === 'running' ? job.status.progress : null;
  const isText = exhibits.every(({ mediaType }) => mediaType.startsWith('text/'));
  const read = async () => {
    try {
      const input = {
        caseId: first.caseId,
        exhibitIds: exhibits.map(exhibit => exhibit.id),
        encoding: encoding === '' ? undefined : encoding,
        isPatient,
      };
      setJobId((await extract.run(input)).jobId);
    } catch {
      // Shown under the button.
    }
  };
  return (
    <div className="inspector-fields">
      {isText && (
        <Select label="Encoding of the text" value={encoding} options={encodingChoices} onChange={setEncoding} />
      )}
      <Checkbox label="With more time, memory and room than usual" checked={isPatient} onChange={setPatient} />
      <div className="inspector-actions">
        <Button icon={RotateCw} busy={running || extract.running} problem={extract.error} onPress={() => void read()}>
          {exhibits.length === 1 ? 'Read it again' : `Read ${exhibits.length} again`}
        </Button>
      </div>
      {running && progress && <Progress done={progress.done} total={progress.total} label="read" />}
      <p className="inspector-soft">
        A new reading takes the place of the old one in the reader and in search. Words that were cited stay as they
        were; passages are found again in the new text, or listed as lost.
      </p>
    </div>
  );
}
