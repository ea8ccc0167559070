/** What stays is decided for everything that leaves in one place; a bundle asks there. */
export { type Withheld, type Withholding, withholdingOf } from '../departure/index.ts';
