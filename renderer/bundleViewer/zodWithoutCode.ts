/**
 * The page's policy forbids code made from strings, and zod tries once whether it may, when the first schema is made.
 * Subtle: hence this stands in a module of its own, imported before any that makes a schema.
 */
import { z } from 'zod';

z.config({ jitless: true });
