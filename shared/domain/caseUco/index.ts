export { type CaseLog, type CustodyCase, type CustodyExhibit, writeCase } from './writeCase.ts';
