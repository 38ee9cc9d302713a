import { builtinModules } from 'node:module';
import { DefaultLogger } from '@temporalio/worker';
import { workflowBundle } from './bundle';

/** Modules are named in the bundle by the comment webpack puts before each. */
const modulesIn = (code: string) =>
  [...code.matchAll(/!\*\*\* (\S+) \*\*\*!/g)].map(([, name]) => name ?? '');

describe('the workflow bundle', () => {
  const build = async () => (await workflowBundle(new DefaultLogger('ERROR'))) as { code: string };

  it('holds our workflows and of packages only Temporal’s own', async () => {
    const modules = modulesIn((await build()).code);
    const packages = modules.flatMap((name) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(name)?.[1] ?? []);
    expect(modules).toEqual(
      expect.arrayContaining(['./workflows/sitting.ts', './workflows/interceptors.ts']),
    );
    expect([...new Set(packages)].sort()).toEqual([
      '@temporalio/common',
      '@temporalio/workflow',
      'long',
      'ms',
      'nexus-rpc',
    ]);
  });

  it('holds no zod, no schema and nothing of api, activities, models or web', async () => {
    const ours = modulesIn((await build()).code).filter((name) => !name.includes('node_modules'));
    expect(ours.filter((name) => /schema|\/zod\/|^\.\/(api|activities|models|web)\//.test(name))).toEqual([]);
  });

  it('requires no Node built-in', async () => {
    const { code } = await build();
    const externals = modulesIn(code).filter(
      (name) => name.startsWith('external') || name.startsWith('node:'),
    );
    expect(externals).toEqual([]);
    for (const name of builtinModules) {
      expect(code).not.toContain(`require("node:${name}")`);
      expect(code).not.toContain(`module.exports = require("${name}")`);
    }
  });
});
