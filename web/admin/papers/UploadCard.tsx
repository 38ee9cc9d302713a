import { useRef, type ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../i18n/use-language';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { NoNote } from '../../ui/NoNote';
import { Faults } from './Faults';
import { ShapeWords } from './ShapeWords';
import { useUpload } from './use-upload';
import styles from './papers.module.css';

interface UploadCardProps {
  readonly examId: string;
  readonly onKept: () => Promise<void>;
}

/** A new paper: chosen, checked at once with all its faults, kept when it has none. */
export function UploadCard({ examId, onKept }: UploadCardProps) {
  const { t } = useTranslation('paperAdmin');
  const text = useLocalText();
  const input = useRef<HTMLInputElement>(null);
  const { busy, upload, choose, keep } = useUpload(examId, onKept);
  const chosen = (event: ChangeEvent<HTMLInputElement>): void => {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (file) void choose(file);
  };
  return (
    <Card title={t('upload.title')}>
      <p className={styles.dim}>{t('upload.note')}</p>
      <div>
        <Button
          kind={upload?.fine ? 'plain' : 'primary'}
          icon="upload"
          busy={busy === 'check'}
          onClick={() => input.current?.click()}
        >
          {upload ? t('upload.another') : t('upload.choose')}
        </Button>
        <input
          ref={input}
          hidden
          type="file"
          accept=".yaml,.yml,.xlsx,.csv,.pdf"
          aria-label={t('upload.choose')}
          onChange={chosen}
        />
      </div>
      <div className={styles.found} aria-live="polite">
        {upload && <p className={styles.file}>{upload.name}</p>}
        {upload?.failed && <NoNote no={upload.failed.no} requestId={upload.failed.requestId} />}
        {upload && upload.faults.length > 0 && <Faults faults={upload.faults} source={upload.source} />}
        {upload?.fine && (
          <>
            <Banner mood="ok" title={t('upload.fine')}>
              {upload.fine.title && text(upload.fine.title)} · <ShapeWords {...upload.fine} />
            </Banner>
            <Button kind="primary" icon="lock" busy={busy === 'keep'} onClick={() => void keep()}>
              {t('upload.keep')}
            </Button>
          </>
        )}
        {upload?.kept && (
          <Banner mood="ok" title={t('upload.kept')}>
            {t('upload.keptNote', { title: text(upload.kept.title) })}
          </Banner>
        )}
      </div>
    </Card>
  );
}
