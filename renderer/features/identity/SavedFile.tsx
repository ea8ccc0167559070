import { FolderOpen } from 'lucide-react';
import { desktop } from '../../api/index.ts';
import { Button, Failed } from '../../ui/index.ts';
import type { SavingFile } from './useSaveFile.ts';

/** What became of the file that was written last. */
export function SavedFile({ saving }: { saving: SavingFile }) {
  const { error, written } = saving;
  if (error) return <Failed error={error} />;
  if (!written) return null;
  return (
    <p className="saved-file" role="status">
      <span>{written.name} is written.</span>
      <Button
        kind="quiet"
        icon={FolderOpen}
        onPress={() => void desktop('desktop.showInFolder', { grant: written.grant })}
      >
        Show in folder
      </Button>
    </p>
  );
}
