export { forceSteps } from '../../../../shared/domain/chart/layout/forceSteps.ts';
