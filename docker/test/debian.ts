import { join, resolve } from 'node:path';

export const ROOT = resolve(__dirname, '../..');

/** Where Debian's prosody, haproxy and coturn lie unpacked; `npm test` sets it. */
export const debianRoot = (): string => process.env.DEPLOYMENT_ROOT ?? join(ROOT, '.data/deployment');

/** The environment in which they find their libraries. */
export const deploymentEnv = (): NodeJS.ProcessEnv => {
  const root = debianRoot();
  const libraries = ['usr/lib', 'lib'].flatMap((path) =>
    ['x86_64-linux-gnu', 'aarch64-linux-gnu'].map((triplet) => join(root, path, triplet)),
  );
  const programs = ['usr/bin', 'usr/sbin'].map((path) => join(root, path));
  return {
    ...process.env,
    LD_LIBRARY_PATH: libraries.join(':'),
    PATH: [...programs, process.env.PATH].join(':'),
  };
};
