import type { FindingStage } from '../../../shared/domain/finding.ts';

export const stageWords: Record<FindingStage, string> = {
  draft: 'draft',
  'in-review': 'in review',
  agreed: 'agreed',
  withdrawn: 'withdrawn',
};
