import { useCallback, useEffect, useRef, type ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#contract/endpoint';
import { putPhotos, readPhotos } from '#contract/office-roster';
import { useApi } from '../../api/ApiProvider';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { NoNote } from '../../ui/NoNote';
import { Waiting } from '../../ui/Waiting';
import { useAct } from './use-act';
import { useRead } from './use-read';
import styles from './exams.module.css';

type Batch = OutputOf<typeof readPhotos>['batches'][number];

const EVERY_MS = 2_000;
const PATIENCE_MS = 300_000;

interface PhotosCardProps {
  readonly examId: string;
  readonly onDone: () => Promise<void>;
}

/** Registered photos out of zip files, with how far each was looked at. */
export function PhotosCard({ examId, onDone }: PhotosCardProps) {
  const { t } = useTranslation('examOffice');
  const { call } = useApi();
  const input = useRef<HTMLInputElement>(null);
  const ask = useCallback(() => call(readPhotos, { params: { examId } }), [call, examId]);
  const { value, failed: unread, again } = useRead(ask);
  const sending = useAct();
  const waits = value?.batches.some(({ phase }) => phase === 'wanted') ?? false;
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setInterval(() => void again(), EVERY_MS);
    return () => {
      clearInterval(timer);
      void onDone();
    };
  }, [waits, again, onDone]);
  const choose = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const chosen = event.target.files?.[0];
    event.target.value = '';
    if (!chosen) return;
    const body = new Blob([chosen], { type: 'application/octet-stream' });
    const query = { filename: chosen.name.slice(-200) };
    const send = () => call(putPhotos, { params: { examId }, query, body }, { timeoutMs: PATIENCE_MS });
    if (await sending.act(send)) await again();
  };
  const failed = sending.failed ?? unread;
  return (
    <Card title={t('photos.title')} size="roomy">
      <p className={styles.dim}>{t('photos.lead')}</p>
      <p>
        <Button icon="photo" busy={sending.busy} onClick={() => input.current?.click()}>
          {t(sending.busy ? 'photos.sending' : 'photos.choose')}
        </Button>
        <input
          ref={input}
          hidden
          type="file"
          accept=".zip,application/zip"
          aria-label={t('photos.choose')}
          onChange={(event) => void choose(event)}
        />
      </p>
      {failed && <NoNote no={failed.no} requestId={failed.requestId} />}
      {value?.batches.map((batch) => (
        <BatchLine key={batch.id} batch={batch} />
      ))}
    </Card>
  );
}

function BatchLine({ batch }: { readonly batch: Batch }) {
  const { t } = useTranslation('examOffice');
  const { phase, total, faults } = batch;
  return (
    <section className={styles.room}>
      <h3 className={styles.small}>{batch.fileName}</h3>
      {phase === 'wanted' && <Waiting>{total > 0 ? t('photos.wanted', batch) : t('photos.waiting')}</Waiting>}
      {phase === 'unreadable' && <Banner mood="bad">{t('photos.unreadable')}</Banner>}
      {phase === 'done' && (
        <Banner mood={faults.length > 0 ? 'warn' : 'ok'}>{t('photos.done', batch)}</Banner>
      )}
      {faults.length > 0 && (
        <>
          <p>{t('photos.faults', { count: faults.length })}</p>
          <ol className={styles.faults}>
            {faults.map(({ file, reason }, index) => (
              <li key={index}>
                <strong>{file}</strong>
                <span>{t(`photos.reason.${reason}`)}</span>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
