import { createHash } from 'node:crypto';
import type { Plugin, Rolldown } from 'vite';

/** What comes with the first page by name only: the app, its words, and the desk of help. */
const LATE = [
  '/web/candidate/App.tsx',
  '/web/candidate/help/HelpDesk.tsx',
  ...['zh', 'en'].flatMap((language) =>
    ['common', 'refusals-first', 'candidate-first', 'help'].map(
      (words) => `/web/i18n/${language}/${words}.ts`,
    ),
  ),
];

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk & { readonly viteMetadata?: { readonly importedCss?: Set<string> } };

const chunksOf = (bundle: Bundle): Chunk[] => Object.values(bundle).filter((file) => file.type === 'chunk');

/** With everything that they import, and the styles of all. */
function withImports(bundle: Bundle, first: readonly Chunk[]): string[] {
  const files = new Set<string>();
  const add = (chunk: Chunk): void => {
    if (files.has(chunk.fileName)) return;
    files.add(chunk.fileName);
    for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style);
    for (const name of chunk.imports) {
      const imported = bundle[name];
      if (imported?.type === 'chunk') add(imported);
    }
  };
  first.forEach(add);
  return [...files].toSorted().map((name) => `/${name}`);
}

function chunkOf(chunks: readonly Chunk[], path: string): Chunk {
  const found = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(path));
  if (!found) throw new Error(`${path} is no chunk of its own: the service worker cannot name it`);
  return found;
}

/** Tells the service worker (`/sw.js`) which files of this very build it keeps. */
export const serviceWorker: Plugin = {
  name: 'service-worker',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const chunks = chunksOf(bundle);
      const [index, worker] = ['index', 'sw'].map((name) =>
        chunks.find((one) => one.isEntry && one.name === name),
      );
      if (!index || !worker || worker.imports.length > 0)
        throw new Error('The service worker must be one file');
      const files = withImports(bundle, [index, ...LATE.map((path) => chunkOf(chunks, path))]);
      const version = createHash('sha256').update(files.join()).digest('hex').slice(0, 16);
      const shell = JSON.stringify({ version, files, entry: `/${index.fileName}` });
      if (!worker.code.includes('__SHELL__'))
        throw new Error('The service worker does not ask for its shell');
      worker.code = worker.code.replace('__SHELL__', () => shell);
    },
  },
};
