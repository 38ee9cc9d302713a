import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';
import { serviceWorker } from './sw/plugin.mts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const JSON_SCHEMA = /zod\/v4\/core\/(?:json-schema-processors|to-json-schema)\.js$/;
const EXPORTED = /^export (?:function|const) (\w+)/gm;

/** Writing JSON Schema is the server's affair (OpenAPI). Left out here: 5 kB of every candidate's first load. */
const withoutJsonSchema: Plugin = {
  name: 'without-json-schema',
  enforce: 'pre',
  load(id) {
    if (!JSON_SCHEMA.test(id)) return null;
    const names = [...readFileSync(id, 'utf8').matchAll(EXPORTED)].map(([, name]) => name);
    return names
      .map((name) => `export const ${name} = () => () => { throw new Error('No JSON Schema here'); };`)
      .join('\n');
  },
};

/** No page shows what zod says of a shape: a refusal has our own sentence. */
const withoutZodWords: Plugin = {
  name: 'without-zod-words',
  enforce: 'pre',
  load: (id) =>
    /zod\/v4\/locales\/en\.js$/.test(id)
      ? "export default () => ({ localeError: ({ code }) => code ?? 'invalid' });"
      : null,
};

/** What every page stands on: packed together it is 2 kB smaller, and it stays in the browser while ours changes. */
const GROUND =
  /node_modules\/(?:react|react-dom|scheduler|use-sync-external-store|i18next|react-i18next|zod)\//;

/**
 * One page, three lazy apps. The aliases (#protocol, #steps, #contract) are package.json's own "imports".
 * Nothing is inlined as a data: address, so the page runs under a policy of 'self' alone.
 */
export default defineConfig({
  root: here('.'),
  publicDir: here('./public'),
  cacheDir: here('../node_modules/.vite'),
  plugins: [react(), withoutJsonSchema, withoutZodWords, serviceWorker],
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  server: { host: '127.0.0.1' },
  build: {
    outDir: here('../dist/web'),
    emptyOutDir: true,
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
    target: ['chrome111', 'edge111', 'firefox115', 'safari16.4'],
    rollupOptions: {
      input: { index: here('./index.html'), sw: here('./sw/worker.ts') },
      output: {
        // Its address stays: browsers look there for a new one.
        entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
        codeSplitting: { groups: [{ name: 'ground', test: GROUND }] },
      },
    },
  },
});
