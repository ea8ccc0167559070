/** The schema library would try to generate code, which the window's policy forbids: told before any schema is made. */
import { config } from 'zod';

config({ jitless: true });
