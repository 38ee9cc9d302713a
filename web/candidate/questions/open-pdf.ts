import { getDocument, GlobalWorkerOptions, type PDFDocumentLoadingTask } from 'pdfjs-dist';
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerAddress;

/** Character maps and fonts for PDFs that embed none, Chinese ones above all; fetched only when a file needs them. */
const extras = import.meta.glob<string>(
  [
    '../../../node_modules/pdfjs-dist/cmaps/{*GB*,*CNS*,ETen*,UniJIS-UTF16*}.bcmap',
    '../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}',
  ],
  { query: '?url', import: 'default', eager: true },
);

class OwnExtras {
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const address = Object.entries(extras).find(([path]) => path.endsWith(`/${filename}`))?.[1];
    if (!address) throw new Error(`The page has no ${filename}`);
    const response = await fetch(address);
    return new Uint8Array(await response.arrayBuffer());
  }
}

/** Opens a PDF of our own origin. No scripts, no `eval`, no WebAssembly: the page's policy stays as it is. */
export function openPdf(address: string): PDFDocumentLoadingTask {
  return getDocument({
    url: address,
    isEvalSupported: false,
    enableXfa: false,
    useWasm: false,
    useWorkerFetch: false,
    // Only their presence matters: files are found by name among our own.
    cMapUrl: '/',
    standardFontDataUrl: '/',
    BinaryDataFactory: OwnExtras,
  });
}
