import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { Banner } from '../../ui/Banner';
import { Waiting } from '../../ui/Waiting';
import { openPdf } from './open-pdf';
import styles from './PdfPages.module.css';

interface PdfPagesProps {
  readonly address: string;
  readonly zoom: number;
  readonly title: string;
}

interface PageProps {
  readonly document: PDFDocumentProxy;
  readonly number: number;
  readonly zoom: number;
  readonly label: string;
}

/** Sharp at every zoom, within what a phone's canvas can hold. */
const MAX_SCALE = 4;

function Page({ document, number, zoom, label }: PageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const place = canvas.current;
    if (!place) return undefined;
    const stop = new AbortController();
    const draw = async (): Promise<void> => {
      const page = await document.getPage(number);
      const width = (place.parentElement?.clientWidth ?? 600) * zoom;
      const scale = width / page.getViewport({ scale: 1 }).width;
      const viewport = page.getViewport({ scale: Math.min(MAX_SCALE, scale * window.devicePixelRatio) });
      if (stop.signal.aborted) return;
      place.width = viewport.width;
      place.height = viewport.height;
      place.style.width = `${width}px`;
      const task = page.render({ canvas: place, viewport });
      stop.signal.addEventListener('abort', () => task.cancel());
      await task.promise;
    };
    // A page that is drawn anew cancels the drawing before: that is no fault.
    draw().catch(() => undefined);
    return () => stop.abort();
  }, [document, number, zoom]);
  return <canvas ref={canvas} className={styles.page} role="img" aria-label={label} />;
}

/** A question's PDF, page under page. Nothing in it runs: it is drawn, not opened. */
export function PdfPages({ address, zoom, title }: PdfPagesProps) {
  const { t } = useTranslation('candidate');
  const [opened, setOpened] = useState<PDFDocumentProxy | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const task = openPdf(address);
    task.promise.then(setOpened, () => setFailed(true));
    return () => void task.destroy();
  }, [address]);
  if (failed) {
    return (
      <Banner mood="warn" role="alert" title={t('questions.pdfFailed')}>
        {t('questions.pdfFailedTodo')}
      </Banner>
    );
  }
  if (!opened) return <Waiting>{t('questions.fetching')}</Waiting>;
  return (
    <div className={styles.pages}>
      {Array.from({ length: opened.numPages }, (_, index) => (
        <Page
          key={index}
          document={opened}
          number={index + 1}
          zoom={zoom}
          label={t('questions.pdfPage', { title, page: index + 1, pages: opened.numPages })}
        />
      ))}
    </div>
  );
}
