import { config } from 'zod';

/**
 * Imported before any schema is made: zod would otherwise probe `new Function`, which the page's policy forbids
 * and reports as a violation.
 */
config({ jitless: true });
