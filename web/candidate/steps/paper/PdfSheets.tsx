import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPaperPdf, type DispatchedPaper } from '#contract/answers';
import { addressOf } from '../../../api/request';
import { useLocalText } from '../../../i18n/use-language';
import { ButtonLink } from '../../../ui/ButtonLink';
import { IconButton } from '../../../ui/IconButton';
import { Waiting } from '../../../ui/Waiting';
import styles from './paper.module.css';

const PdfPages = lazy(() =>
  import('../../questions/PdfPages').then(({ PdfPages: Pages }) => ({ default: Pages })),
);

interface PdfSheetsProps {
  readonly paper: Extract<DispatchedPaper, { form: 'pdf' }>;
  /** The flow lets candidates print it. */
  readonly print: boolean;
}

const ZOOMS = [0.8, 1, 1.25, 1.5, 2, 2.5] as const;
const AS_IS = 1;

/** A paper as pages, with the ticket number across each of them. */
export function PdfSheets({ paper, print }: PdfSheetsProps) {
  const { t } = useTranslation('paper');
  const { t: candidate } = useTranslation('candidate');
  const local = useLocalText();
  const [zoom, setZoom] = useState<number>(AS_IS);
  const step = ZOOMS.findIndex((each) => each === zoom);
  const title = local(paper.title);
  const address = addressOf(readPaperPdf, undefined, undefined);
  return (
    <section className={styles.pdf} aria-label={title}>
      <header className={styles.pdfHead}>
        <h2 className={styles.paperTitle}>{title}</h2>
        <span className={styles.tools}>
          {print && (
            <ButtonLink href={address} target="_blank" icon="print" size="small">
              {t('print')}
            </ButtonLink>
          )}
          <IconButton
            icon="minus"
            kind="ink"
            label={candidate('questions.smaller')}
            onClick={() => setZoom(ZOOMS[Math.max(0, step - 1)] ?? AS_IS)}
          />
          <span className={styles.zoom}>{Math.round(zoom * 100)}%</span>
          <IconButton
            icon="plus"
            kind="ink"
            label={candidate('questions.larger')}
            onClick={() => setZoom(ZOOMS[Math.min(ZOOMS.length - 1, step + 1)] ?? AS_IS)}
          />
        </span>
      </header>
      <div className={styles.pdfPages} tabIndex={0} role="region" aria-label={title}>
        <Suspense fallback={<Waiting>{t('fetching')}</Waiting>}>
          <PdfPages address={address} zoom={zoom} title={title} />
        </Suspense>
      </div>
    </section>
  );
}
