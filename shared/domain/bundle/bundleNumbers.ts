/** Numbers as they are printed, and the names that files may have: ours, with nothing in them that leads anywhere else. */
import { z } from 'zod';

/** `EX-0001`; with the letters of its team `EX-QRTBA-0001`. */
export const ExhibitNumber = z.string().regex(/^EX-(?:[A-Z]{5}-)?\d{4,9}$/);

/** A name directly under data/exhibits/: our number, and a suffix that cannot lead anywhere else. */
export const ExhibitFileName = z.string().regex(/^EX-(?:[A-Z]{5}-)?\d{4,9}(?:\.[A-Za-z0-9]{1,12})?$/);

/** A name directly under data/report/figures/. */
export const FigureFileName = z.string().regex(/^figure-[IVXLCDM]+\.png$/);
