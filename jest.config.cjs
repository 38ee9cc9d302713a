/**
 * One project a suite, so that each can be run, timed and given its own services.
 * ESM-only packages are compiled for Jest's own module loader, which cannot require them.
 */
const common = {
  rootDir: __dirname,
  transform: { '^.+\\.m?[tj]sx?$': '@swc/jest' },
  transformIgnorePatterns: [
    '/node_modules/(?!(jose|srvx|cookie-es|uqr|ulid|p-limit|yocto-queue|@peculiar)/)',
  ],
  testEnvironment: 'node',
  setupFiles: ['reflect-metadata'],
};
const suite = (displayName, testMatch, extra = {}) => ({ ...common, displayName, testMatch, ...extra });
const under = (...globs) => globs.map((glob) => `<rootDir>/${glob}`);

module.exports = {
  testTimeout: 60_000,
  projects: [
    suite(
      'unit',
      under(
        'workflows/{protocol,steps}/**/*.test.ts',
        'workflows/*.test.ts',
        'web/{api,ui,media,i18n,live,sw,candidate,staff,support,office,admin}/**/*.test.ts',
        'bin/**/*.test.ts',
        'bench/**/!(*.chaos).test.ts',
        'activities/*.test.ts',
      ),
    ),
    suite('vision', under('activities/vision/**/*.test.ts'), {
      testEnvironment: '<rootDir>/activities/vision/test/onnx-environment.cjs',
    }),
    suite('workflow', under('workflows/test/**/*.workflow.test.ts')),
    suite('timeline', under('workflows/test/**/*.timeline.test.ts')),
    suite('replay', under('workflows/test/**/*.replay.test.ts')),
    suite('docker', under('docker/**/*.test.ts')),
    suite('api', under('api/**/*.test.ts', 'models/**/*.test.ts', 'activities/db/**/*.test.ts')),
    suite('chaos', under('bench/**/*.chaos.test.ts')),
    suite('e2e', under('web/e2e/**/*.test.ts')),
    suite('browsers', under('web/e2e/browsers/*.browsers.ts')),
  ],
};
