// The import matrix of the design, sizes, and the promises rules. `tsc` checks types, prettier the form.
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const tests = ['**/*.test.ts', '**/*.test.tsx', '**/test/**', 'web/e2e/**'];

/** A folder and what it must not reach, each with the reason that a developer reads. */
const bans = (...patterns) => ({
  '@typescript-eslint/no-restricted-imports': [
    'error',
    {
      patterns: patterns.map(({ group, message, types = false }) => ({
        group,
        message,
        allowTypeImports: types,
      })),
    },
  ],
});
const node = {
  group: ['node:*', 'fs', 'path', 'crypto', 'child_process', 'os', 'http', 'net'],
  message: 'Runs in the workflow sandbox: no Node.',
};
const zod = {
  group: [
    'zod',
    '**/*.schema',
    '#*/*.schema',
    '**/schema',
    '**/schemas',
    '#steps/**/schema',
    '#steps/schemas',
  ],
  types: true,
  message: 'Only types: zod in the bundle costs every cached workflow 1.5 MB.',
};
const activitiesCode = {
  group: [
    '**/activities/*',
    '**/activities/**',
    '!**/workflows/activities',
    '!./activities',
    '!../activities',
    '!#workflows/activities',
  ],
  message: 'Reach activities through their ports.',
};
const behaviours = {
  group: ['#steps/**/behaviour', '#steps/behaviours', '**/steps/**/behaviour', '**/steps/behaviours'],
  message: 'Views come from the projection.',
};
const api = { group: ['**/api/**', '#contract', '#contract/*'], message: 'The API is not for this folder.' };
const models = {
  group: ['#models/*', '#models/**', '**/models/**'],
  message: 'The database is not for this folder.',
};
const apiCode = {
  group: ['**/api/*', '**/api/**', '!**/web/api/**', '!../api/*', '!../../api/*', '!./api/*'],
  message: 'The web knows the API by its contract only (#contract).',
};

const matrix = [
  {
    files: ['workflows/**/*.ts'],
    ignores: ['**/*.schema.ts', '**/schema.ts', '**/schemas.ts', ...tests],
    rules: bans(node, zod, api, models),
  },
  { files: ['activities/**/*.ts'], ignores: tests, rules: bans(behaviours, api) },
  { files: ['api/**/*.ts'], ignores: [...tests], rules: bans(activitiesCode, behaviours) },
  { files: ['models/**/*.ts'], ignores: tests, rules: bans(activitiesCode, behaviours, api) },
  {
    files: ['web/**/*.{ts,tsx}'],
    ignores: tests,
    rules: bans(node, models, behaviours, apiCode, {
      group: ['#workflows/*', '@temporalio/*', 'typeorm'],
      message: 'Server code is not for the browser.',
    }),
  },
  {
    files: ['temporal.config.ts'],
    rules: bans({ group: ['#*/**', './*'], message: 'Imports nothing of ours.' }),
  },
];

export default tseslint.config(
  { ignores: ['node_modules', 'dist', '.data', 'coverage'] },
  {
    files: ['**/*.{ts,tsx,mts}'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'Name what is exported.' },
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
        {
          selector:
            'ThrowStatement > NewExpression[callee.name="Error"] > Identifier[name=/^(e|err|error)$/]',
          message: 'A catch that only rewraps loses the failure.',
        },
      ],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    ignores: tests,
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: false }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['web/**/*.tsx'],
    ignores: tests,
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }],
      ...reactHooks.configs.recommended.rules,
    },
  },
  {
    files: ['workflows/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'Program > VariableDeclaration[kind="let"]',
          message: 'Module state leaks between workflows.',
        },
        { selector: 'ExportAllDeclaration', message: 'Name what is exported.' },
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
      ],
    },
  },
  ...matrix,
  {
    files: [
      'api/cli/**',
      'activities/cli/**',
      'activities/vision/calibrate.ts',
      'bench/**',
      'workflows/test/**',
    ],
    rules: { 'no-console': 'off' },
  },
  { files: ['**/*.mts', '**/vite.config.*'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['models/migrations/**'], rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' } },
);
