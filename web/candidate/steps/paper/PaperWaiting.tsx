import { useTranslation } from 'react-i18next';
import type { Refused } from '../../../api/result';
import { countdown } from '../../../i18n/times';
import { useLocalText } from '../../../i18n/use-language';
import { Card } from '../../../ui/Card';
import { NoNote } from '../../../ui/NoNote';
import { useServerNow } from '../../../ui/server-clock';
import { Paragraphs } from '../../parts/Paragraphs';
import { useSitting } from '../../sitting/sitting-context';
import { PaperFrame } from './PaperFrame';
import styles from './paper.module.css';

interface PaperWaitingProps {
  /** When it opens, where that is known. */
  readonly opensAt: number | null;
  readonly refused: Refused | null;
}

/** Before the paper is handed out: nothing is to be done, and the page opens it by itself. */
export function PaperWaiting({ opensAt, refused }: PaperWaitingProps) {
  const { t } = useTranslation('paper');
  const local = useLocalText();
  const { home, view } = useSitting();
  const now = useServerNow();
  const texts = home.flow.steps.find(({ id }) => id === view?.stepId);
  return (
    <PaperFrame
      main={
        <div className={styles.waiting}>
          <Card size="roomy">
            <div className={styles.waitingWords} role="status">
              {texts && <p className={styles.paperTitle}>{local(texts.title)}</p>}
              <h2>{opensAt === null ? t('waiting.title') : t('waiting.soon')}</h2>
              {opensAt !== null && opensAt > now && (
                <p className={styles.until} role="timer">
                  {countdown(opensAt - now)}
                </p>
              )}
              <p>{t('waiting.note')}</p>
              {texts?.text && <Paragraphs text={local(texts.text)} />}
              {refused && <NoNote no={refused.no} requestId={refused.requestId} />}
            </div>
          </Card>
        </div>
      }
    />
  );
}
