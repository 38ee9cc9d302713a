import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * One page, three lazy apps. The aliases (#protocol, #steps, #contract) are package.json's own "imports".
 * Nothing is inlined as a data: address, so the page runs under a policy of 'self' alone.
 */
export default defineConfig({
  root: here('.'),
  publicDir: here('./public'),
  cacheDir: here('../node_modules/.vite'),
  plugins: [react()],
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
    rollupOptions: { input: { index: here('./index.html') } },
  },
});
