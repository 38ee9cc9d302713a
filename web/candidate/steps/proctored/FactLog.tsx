import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commentOnFacts, readFacts } from '#contract/proctored';
import { useApi } from '../../../api/ApiProvider';
import { insist } from '../../../api/insist';
import type { Refused } from '../../../api/result';
import { useRepeated } from '../../../api/use-repeated';
import { clockSeconds } from '../../../i18n/times';
import { useDuration } from '../../../i18n/use-duration';
import { Button } from '../../../ui/Button';
import { NoNote } from '../../../ui/NoNote';
import { TextArea } from '../../../ui/TextArea';
import { useServerClock } from '../../../ui/server-clock';
import styles from './proctored.module.css';

const EVERY_MS = 15_000;

/** All that was recorded of the candidate, as staff see it, and his word about it once the exam is over. */
export function FactLog({ mayComment }: { readonly mayComment: boolean }) {
  const { t } = useTranslation('proctored');
  const { call } = useApi();
  const { zone } = useServerClock();
  const duration = useDuration();
  const { known, again } = useRepeated(
    useCallback(() => call(readFacts), [call]),
    EVERY_MS,
  );
  return (
    <section className={styles.stack} aria-label={t('log.title')}>
      <h2 className={styles.head}>{t('log.title')}</h2>
      <p className={styles.dim}>{t('log.lead')}</p>
      {known?.facts.length === 0 && <p>{t('log.none')}</p>}
      {known && known.facts.length > 0 && (
        <ol className={styles.log}>
          {known.facts.map(({ fact, from, to }, index) => (
            <li key={index}>
              <time>{clockSeconds(from, zone)}</time>
              <span>{t(`facts.${fact}`)}</span>
              <span className={styles.dim}>
                {to === null ? t('log.lasts') : to - from >= 1_000 ? duration(to - from) : ''}
              </span>
            </li>
          ))}
        </ol>
      )}
      {known?.comment && (
        <blockquote className={styles.said}>
          <p className={styles.dim}>{t('comment.kept', { time: clockSeconds(known.comment.at, zone) })}</p>
          <p>{known.comment.text}</p>
        </blockquote>
      )}
      {mayComment && known && !known.comment && <Comment onKept={again} />}
    </section>
  );
}

function Comment({ onKept }: { readonly onKept: () => void }) {
  const { t } = useTranslation('proctored');
  const { call } = useApi();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const send = async (): Promise<void> => {
    setBusy(true);
    const signal = AbortSignal.timeout(20_000);
    const result = await insist(() => call(commentOnFacts, { body: { text } }), { signal });
    setBusy(false);
    if (result?.ok) return onKept();
    setRefused(result ?? { no: { refused: 'UNAVAILABLE' }, requestId: null });
  };
  return (
    <>
      <TextArea
        label={t('comment.label')}
        hint={t('comment.hint')}
        maxLength={2_000}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {refused && <NoNote no={refused.no} requestId={refused.requestId} />}
      <Button
        busy={busy}
        disabledReason={text.trim() ? null : t('comment.empty')}
        onClick={() => void send()}
      >
        {t('comment.send')}
      </Button>
    </>
  );
}
