/** Progress of long work on stderr: one line that renews itself in a terminal, nothing where the output is kept. */
import type { CoreEvent } from '../../shared/contract/wire.ts';

export function showProgress(event: CoreEvent): void {
  if (event.event !== 'job' || !process.stderr.isTTY) return;
  const { status, title } = event.job;
  if (status.state === 'running' && status.progress) {
    const { done, total, unit, note } = status.progress;
    process.stderr.write(`\r\u001b[K${title}: ${done}${total === null ? '' : ` of ${total}`} ${unit} ${note ?? ''}`);
  } else if (status.state !== 'queued') process.stderr.write('\r\u001b[K');
}
