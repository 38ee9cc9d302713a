import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#contract/endpoint';
import { previewPaper, previewPaperPdf, type PaperCard } from '#contract/papers';
import { useApi } from '../../api/ApiProvider';
import { addressOf } from '../../api/request';
import type { Refused } from '../../api/result';
import { useLocalText } from '../../i18n/use-language';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { NoNote } from '../../ui/NoNote';
import { Waiting } from '../../ui/Waiting';
import styles from './papers.module.css';

const PdfPages = lazy(() =>
  import('../../candidate/questions/PdfPages').then(({ PdfPages: Pages }) => ({ default: Pages })),
);
const WrittenPaper = lazy(() =>
  import('../../staff/answers/WrittenPaper').then(({ WrittenPaper: Shown }) => ({ default: Shown })),
);

interface PreviewDialogProps {
  readonly examId: string;
  readonly card: PaperCard;
  readonly onClose: () => void;
}

/** A look at a paper before its dispatch is written down, so it is asked for first. */
export function PreviewDialog({ examId, card, onClose }: PreviewDialogProps) {
  const { t } = useTranslation('paperAdmin');
  const { t: common } = useTranslation('common');
  const text = useLocalText();
  const [agreed, setAgreed] = useState(false);
  const title = text(card.title);
  if (!agreed)
    return (
      <Dialog
        open
        size="narrow"
        title={t('preview.title', { title })}
        onClose={onClose}
        actions={
          <>
            <Button onClick={onClose}>{common('actions.cancel')}</Button>
            <Button kind="primary" icon="search" onClick={() => setAgreed(true)}>
              {t('preview.open')}
            </Button>
          </>
        }
      >
        <p>{t('preview.recorded')}</p>
      </Dialog>
    );
  const params = { examId, paperId: card.id };
  return (
    <Dialog open size="full" title={title} lead={t('preview.asSeen')} onClose={onClose}>
      <Suspense fallback={<Waiting>{t('preview.opening')}</Waiting>}>
        {card.form === 'pdf' ? (
          <div className={styles.pages} tabIndex={0} role="region" aria-label={title}>
            <PdfPages address={addressOf(previewPaperPdf, params, undefined)} zoom={1} title={title} />
          </div>
        ) : (
          <Questions {...params} />
        )}
      </Suspense>
    </Dialog>
  );
}

function Questions({ examId, paperId }: { readonly examId: string; readonly paperId: string }) {
  const { t } = useTranslation('paperAdmin');
  const { call } = useApi();
  const [shown, setShown] = useState<OutputOf<typeof previewPaper> | null>(null);
  const [failed, setFailed] = useState<Refused | null>(null);
  useEffect(() => {
    const read = async (): Promise<void> => {
      const result = await call(previewPaper, { params: { examId, paperId } });
      if (result.ok) setShown(result.value);
      else setFailed(result);
    };
    void read();
  }, [call, examId, paperId]);
  if (failed) return <NoNote no={failed.no} requestId={failed.requestId} />;
  if (shown?.paper.form !== 'questions') return <Waiting>{t('preview.opening')}</Waiting>;
  return (
    <div className={styles.preview} tabIndex={0} role="region" aria-label={t('preview.asSeen')}>
      <Banner icon="lock">{t('preview.looks', { count: shown.looks })}</Banner>
      <WrittenPaper paper={shown.paper.paper} images={shown.paper.images} answers={null} />
    </div>
  );
}
