// @ts-check
// `npm run check`: types, lint, format, unused exports and dependencies.
import { runCheck } from './lib/check.mjs';

process.exitCode = (await runCheck()) ? 0 : 1;
