/** In which languages the scans of a case are, where nothing nearer tells. */
import type { ModelName } from '../../../shared/domain/recognition.ts';
import type { CaseId } from '../../../shared/kernel/ids.ts';
import { useCommand, useQuery } from '../../api/index.ts';
import { Failed, Notice } from '../../ui/index.ts';
import { ModelChoice } from './ModelChoice.tsx';
import './recognition.css';

export function CaseLanguages({ caseId }: { caseId: CaseId }) {
  const { data, error, refetch } = useQuery('recognition.modelsOfCase', { caseId });
  const set = useCommand('recognition.setModelsOfCase');
  if (error) return <Failed error={error} onRetry={refetch} />;
  if (!data) return null;
  const save = (models: ModelName[]) => {
    set.run({ caseId, models: models.length === 0 ? null : models }).then(refetch, () => undefined);
  };
  return (
    <>
      <ModelChoice label="Languages of its scans" chosen={data.models ?? []} disabled={set.running} onChange={save} />
      {set.error && <Notice kind="problem">{set.error.sentence}</Notice>}
    </>
  );
}
