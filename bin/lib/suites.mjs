// @ts-check
/**
 * The Jest projects in the order they are run, cheapest first. Budgets are for two cores and are
 * printed, never asserted: a slow machine is not a broken product. What drives browsers or kills servers in real
 * time may be told again, once, and the report says what passed only then.
 * @typedef {'services' | 'test-server' | 'chromium' | 'web' | 'deployment' | 'media'} Need
 * @type {readonly { name: string, budgetSeconds: number, needs: readonly Need[], workers: number, tellAgain?: boolean }[]}
 */
export const SUITES = [
  { name: 'unit', budgetSeconds: 60, needs: [], workers: 2 },
  { name: 'vision', budgetSeconds: 150, needs: [], workers: 1 },
  { name: 'workflow', budgetSeconds: 180, needs: ['services'], workers: 1 },
  { name: 'timeline', budgetSeconds: 120, needs: ['test-server'], workers: 1 },
  { name: 'replay', budgetSeconds: 60, needs: [], workers: 1 },
  { name: 'docker', budgetSeconds: 60, needs: ['deployment'], workers: 1 },
  { name: 'api', budgetSeconds: 360, needs: ['services', 'media'], workers: 2 },
  { name: 'chaos', budgetSeconds: 240, needs: [], workers: 1, tellAgain: true },
  {
    name: 'e2e',
    budgetSeconds: 1800,
    needs: ['services', 'chromium', 'web', 'media'],
    workers: 1,
    tellAgain: true,
  },
];

/** A suite that hangs must not take the others with it. */
export const HARD_LIMIT_FACTOR = 2;
