import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { clockTime } from '../i18n/times';
import { classes } from './classes';
import { Icon } from './Icon';
import { useServerClock } from './server-clock';
import styles from './Messages.module.css';

export interface Message {
  readonly id: string;
  readonly text: string;
  readonly at: number;
  /** Null: written by the reader. */
  readonly from: string | null;
  readonly state?: 'sending' | 'sent' | 'failed';
}

interface MessagesProps {
  readonly messages: readonly Message[];
  readonly label: string;
  /** Sends a failed one again. */
  readonly onRetry?: (id: string) => void;
}

/** A conversation, newest at the foot; new ones are read out politely. */
export function Messages({ messages, label, onRetry }: MessagesProps) {
  const { t } = useTranslation('common');
  const { zone } = useServerClock();
  const list = useRef<HTMLDivElement>(null);
  const newest = messages.at(-1)?.id;
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [newest]);
  return (
    <div className={styles.log} ref={list} role="log" aria-label={label} tabIndex={0}>
      <ol className={styles.list}>
        {messages.length === 0 && <li className={styles.empty}>{t('messages.empty')}</li>}
        {messages.map(({ id, text, at, from, state = 'sent' }) => (
          <li key={id} className={classes(styles.message, from === null && styles.own)}>
            <p className={styles.text}>{text}</p>
            {state === 'failed' ? (
              <button type="button" className={styles.retry} onClick={() => onRetry?.(id)}>
                <Icon name="alert" bold /> {t('messages.failed')}
              </button>
            ) : (
              <p className={styles.meta}>
                {from ?? t('messages.me')} {state === 'sending' ? t('messages.sending') : clockTime(at, zone)}
              </p>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
