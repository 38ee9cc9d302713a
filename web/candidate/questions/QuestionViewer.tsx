import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../i18n/use-language';
import { classes } from '../../ui/classes';
import { IconButton } from '../../ui/IconButton';
import { Waiting } from '../../ui/Waiting';
import { Paragraphs } from '../parts/Paragraphs';
import { QuestionTabs } from './QuestionTabs';
import type { Question } from './use-question';
import { useFullScreen } from './use-full-screen';
import styles from './QuestionViewer.module.css';

const PdfPages = lazy(() => import('./PdfPages').then(({ PdfPages: Pages }) => ({ default: Pages })));

interface QuestionViewerProps {
  /** In the order in which they were dispatched. */
  readonly ids: readonly string[];
  readonly questions: Readonly<Record<string, Question>>;
  readonly shown: string;
  readonly onShow: (id: string) => void;
  readonly onClose: () => void;
}

const ZOOMS = [0.8, 1, 1.25, 1.5, 2, 2.5] as const;
const AS_IS = 1;

/** A dispatched question on a light sheet, in the page or over the whole screen; examiners go on seeing the reader. */
export function QuestionViewer({ ids, questions, shown, onShow, onClose }: QuestionViewerProps) {
  const { t } = useTranslation('candidate');
  const { t: common } = useTranslation('common');
  const local = useLocalText();
  const place = useRef<HTMLElement>(null);
  const full = useFullScreen(place);
  const [zoom, setZoom] = useState<number>(AS_IS);
  const heading = useRef<HTMLHeadingElement>(null);
  const question = questions[shown];
  const step = ZOOMS.findIndex((each) => each === zoom);
  useEffect(() => heading.current?.focus(), [shown]);
  return (
    <section
      ref={place}
      className={classes(styles.viewer, full.on && styles.full)}
      data-theme="hall"
      aria-label={t('questions.viewer')}
      onKeyDown={(event) => event.key === 'Escape' && !full.on && onClose()}
    >
      <header className={styles.head}>
        <h2 className={styles.title} tabIndex={-1} ref={heading}>
          {question ? local(question.title) : t('questions.question')}
        </h2>
        <span className={styles.tools}>
          <IconButton
            icon="minus"
            label={t('questions.smaller')}
            kind="ink"
            onClick={() => setZoom(ZOOMS[Math.max(0, step - 1)] ?? AS_IS)}
          />
          <span className={styles.zoom}>{Math.round(zoom * 100)}%</span>
          <IconButton
            icon="plus"
            label={t('questions.larger')}
            kind="ink"
            onClick={() => setZoom(ZOOMS[Math.min(ZOOMS.length - 1, step + 1)] ?? AS_IS)}
          />
          <IconButton
            icon={full.on ? 'shrink' : 'expand'}
            label={t(full.on ? 'questions.page' : 'questions.fullScreen')}
            kind="ink"
            onClick={full.toggle}
          />
          <IconButton icon="x" label={common('actions.close')} kind="ink" onClick={onClose} />
        </span>
      </header>
      {ids.length > 1 && <QuestionTabs ids={ids} questions={questions} shown={shown} onShow={onShow} />}
      <div className={styles.sheet} tabIndex={0} role="region" aria-label={t('questions.text')}>
        {!question && <Waiting>{t('questions.fetching')}</Waiting>}
        {question?.text && (
          <div className={styles.text} data-zoom={zoom}>
            <Paragraphs text={local(question.text)} />
          </div>
        )}
        {question?.pdfUrl && (
          <Suspense fallback={<Waiting>{t('questions.fetching')}</Waiting>}>
            <PdfPages address={question.pdfUrl} zoom={zoom} title={local(question.title)} />
          </Suspense>
        )}
      </div>
    </section>
  );
}
