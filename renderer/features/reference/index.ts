/** References for Zotero and others: the records of exhibits out, and files of records in, as proposals that a person decides on. */
export { EarlierReferences } from './EarlierReferences.tsx';
export { ExhibitRecord } from './ExhibitRecord.tsx';
export { ExportReferences, type ExportReferencesProps } from './ExportReferences.tsx';
export { ImportReferences, type ImportReferencesProps } from './ImportReferences.tsx';
export { type ReferenceTools, useReferenceTools } from './ReferenceTools.tsx';
