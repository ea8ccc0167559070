/** Entities in and out of a case, in formats that others read. */
export { EntityTools, type EntityToolsProps } from './EntityTools.tsx';
export { ExportEntities, type ExportEntitiesProps } from './ExportEntities.tsx';
export { ImportEntities, type ImportEntitiesProps } from './ImportEntities.tsx';
export { ProblemList } from './ProblemList.tsx';
export { useAdmitted } from './useAdmitted.ts';
