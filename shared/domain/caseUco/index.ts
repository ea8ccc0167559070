export { type CustodyCase, type CustodyExhibit, writeCase } from './writeCase.ts';
