import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '#protocol/refusals';
import { useRefusalWords } from '../i18n/use-refusal-words';
import { Icon } from './Icon';
import styles from './ErrorNote.module.css';

interface ErrorNoteProps {
  readonly refusal: Refusal;
  /** For the phone call; shown with the code under 详情. */
  readonly requestId?: string | null;
  /** The button that does what the sentence says. */
  readonly action?: ReactNode;
}

/** Why something was not done, and what to do. The code is for the phone call only. */
export function ErrorNote({ refusal, requestId, action }: ErrorNoteProps) {
  const { t } = useTranslation('common');
  const { what, todo } = useRefusalWords()(refusal);
  return (
    <div className={styles.note} role="alert">
      <span className={styles.icon}>
        <Icon name="info" />
      </span>
      <div className={styles.words}>
        <p>
          <strong>{what}</strong> {todo}
        </p>
        {action}
        <details className={styles.details}>
          <summary>{t('error.details')}</summary>
          <p>{t('error.code', { code: refusal.refused })}</p>
          {requestId && <p>{t('error.request', { id: requestId })}</p>}
        </details>
      </div>
    </div>
  );
}
