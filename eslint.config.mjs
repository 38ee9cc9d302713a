// The import matrix of the design, sizes, and the promises rules. `tsc` checks types, prettier the form.
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const tests = ['**/*.test.ts', '**/*.test.tsx', '**/test/**', 'web/e2e/**'];

/** Which folder may not reach which, whatever the path is written like. `except` is relative to `from`. */
const zone = (target, from, message, except = []) => ({ target, from, message, except });
const zones = [
  zone('./workflows', './activities', 'Reach activities through their ports (workflows/activities.ts).'),
  zone('./workflows', './api', 'The API is not for workflows.'),
  zone('./workflows', './models', 'The database is not for workflows.'),
  zone('./activities', './api', 'Activities know nothing of HTTP.'),
  zone(
    './activities',
    './workflows/steps/**/*',
    'Behaviour runs in the workflow; activities take its words.',
    ['**/schemas.ts', '**/schema.ts'],
  ),
  zone('./api', './activities', 'The API asks workflows, never activities.'),
  zone('./api', './workflows/steps/**/*', 'Views come from the projection.', [
    '**/schemas.ts',
    '**/schema.ts',
  ]),
  zone('./models', './activities', 'Models stand alone.'),
  zone('./models', './api', 'Models stand alone.'),
  zone('./web', './api', 'The web knows the API by its contract only.', ['./contract']),
  zone('./web', './models', 'Server code is not for the browser.'),
  zone('./web', './activities', 'Server code is not for the browser.'),
  zone('./web', './workflows/**/*', 'The web takes the protocol and the step schemas.', [
    '**/protocol/**',
    '**/schemas.ts',
    '**/schema.ts',
  ]),
  zone('./temporal.config.ts', './{workflows,activities,api,web,models}', 'Imports nothing of ours.'),
];

/** Runs in the workflow sandbox: no Node, and of zod only types (it would cost every cached workflow 1.5 MB). */
const sandbox = {
  files: ['workflows/**/*.ts'],
  ignores: ['**/*.schema.ts', '**/schema.ts', '**/schemas.ts', ...tests],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: '^(node:|(fs|path|crypto|child_process|os|http|net)$)',
            message: 'No Node in the sandbox.',
          },
          {
            regex: '(^zod$|\\.schema$|/schemas?$)',
            message: 'Only types of schemas in the sandbox.',
            allowTypeImports: true,
          },
        ],
      },
    ],
  },
};

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
  sandbox,
  {
    files: ['**/*.{ts,tsx}'],
    ignores: tests,
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: import.meta.dirname })],
    },
    rules: { 'import-x/no-restricted-paths': ['error', { zones }] },
  },
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
  // Texts are as long as there is to say.
  { files: ['web/i18n/**'], rules: { 'max-lines': 'off' } },
  { files: ['models/migrations/**'], rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' } },
);
