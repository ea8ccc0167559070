/** Opens an archive, with the vault's own key or a passphrase: it is checked and compared, and nothing is merged yet. */
import { FileInput } from 'lucide-react';
import { useState } from 'react';
import { z } from 'zod';
import type { GrantedPath } from '../../../shared/contract/grantedPath.ts';
import { MergeId } from '../../../shared/kernel/ids.ts';
import { call, desktop, grantDropped } from '../../api/index.ts';
import { Button, classes, Failed, Mono, Progress, useFileDrop } from '../../ui/index.ts';
import { PassphraseAsked } from './PassphraseAsked.tsx';
import { useArchiveJob } from './useArchiveJob.ts';

const Opened = z.object({ inboxId: MergeId });

export function OpenArchive({ onOpened }: { onOpened(inboxId: MergeId): void }) {
  const [from, setFrom] = useState<GrantedPath | null>(null);
  const job = useArchiveJob(result => onOpened(Opened.parse(result).inboxId));
  const inspect = (file: GrantedPath | null | undefined, passphrase: string | null) => {
    if (!file) return;
    setFrom(file);
    job.run(() => call('archive.inspect', { from: file, passphrase }));
  };
  const drop = useFileDrop(files => {
    void grantDropped(files.slice(0, 1)).then(([file]) => inspect(file, null));
  });
  return (
    <section
      aria-label="Open an archive"
      className={classes('archive-drop', drop.over && 'archive-drop-over')}
      {...drop.handlers}
    >
      <p>
        An archive of another team, <Mono>….age</Mono>. Drop it here, or choose it. You see what it would add, change,
        withdraw and contradict before anything is merged.
      </p>
      <Button
        icon={FileInput}
        busy={job.busy}
        onPress={() => void desktop('desktop.chooseFile', { purpose: 'archive' }).then(file => inspect(file, null))}
      >
        Choose an archive …
      </Button>
      {job.busy && from && (
        <div role="status" className="archive-progress">
          Checking {from.name} … {job.progress?.note}
          {job.progress && <Progress done={job.progress.done} total={job.progress.total} label={job.progress.unit} />}
        </div>
      )}
      {from && !job.busy && job.wantsPassphrase && (
        <PassphraseAsked
          fileName={from.name}
          wrong={job.error?.code === 'age-wrong-passphrase'}
          action="Open it"
          onGiven={passphrase => inspect(from, passphrase)}
        />
      )}
      {job.error && !job.wantsPassphrase && <Failed error={job.error} />}
    </section>
  );
}
