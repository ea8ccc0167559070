/** Why exhibits could not be read, and what can be done: another try, or the password. */
import { RotateCw } from 'lucide-react';
import { useState } from 'react';
import type { Exhibit } from '../../../../shared/domain/exhibit.ts';
import type { JobId } from '../../../../shared/kernel/ids.ts';
import { isOver } from '../../../../shared/kernel/job.ts';
import { useCommand, useJob } from '../../../api/index.ts';
import { Button, Progress, TextField } from '../../../ui/index.ts';
import { rememberPassword } from '../passwords.ts';

type Unread = Pick<Exhibit, 'id' | 'caseId' | 'reading' | 'problem'>;

export function ReadingProblem({ exhibits }: { exhibits: readonly Unread[] }) {
  const extract = useCommand('exhibit.extract');
  const [jobId, setJobId] = useState<JobId | null>(null);
  const [password, setPassword] = useState('');
  const job = useJob(jobId);
  const [first] = exhibits;
  if (!first) return null;
  const needsPassword = exhibits.every(exhibit => exhibit.reading === 'password-needed');
  const running = jobId !== null && (job === null || !isOver(job.status.state));
  const read = async (given?: string) => {
    const ids = exhibits.map(exhibit => exhibit.id);
    if (given !== undefined) for (const id of ids) rememberPassword(first.caseId, id, given);
    try {
      setJobId((await extract.run({ caseId: first.caseId, exhibitIds: ids, password: given })).jobId);
      setPassword('');
    } catch {
      // Shown under the button.
    }
  };
  const progress = job?.status.state === 'running' ? job.status.progress : null;
  const wrong = job !== null && isOver(job.status.state) && needsPassword;
  return (
    <>
      {exhibits.length === 1 && !wrong && <p>{first.problem ?? 'It has not been read.'}</p>}
      {needsPassword ? (
        <form
          className="reading-problem"
          onSubmit={event => {
            event.preventDefault();
            if (password !== '') void read(password);
          }}
        >
          <TextField
            label="Password of the document"
            type="password"
            value={password}
            onChange={setPassword}
            maxLength={1024}
            problem={
              wrong ? 'This password does not open it. Try another; the document stays as it is.' : extract.error
            }
          />
          <Button kind="primary" type="submit" busy={running || extract.running} disabled={password === ''}>
            Read it
          </Button>
        </form>
      ) : (
        <div>
          <Button icon={RotateCw} busy={running || extract.running} problem={extract.error} onPress={() => void read()}>
            {exhibits.length === 1 ? 'Try again' : `Try ${exhibits.length} again`}
          </Button>
        </div>
      )}
      {running && progress && <Progress done={progress.done} total={progress.total} label="read" />}
    </>
  );
}
