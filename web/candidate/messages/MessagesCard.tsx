import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/Card';
import { MessageComposer } from '../../ui/MessageComposer';
import { Messages } from '../../ui/Messages';
import { useMessages } from './use-messages';
import styles from './messages.module.css';

interface MessagesCardProps {
  readonly title: string;
  readonly placeholder: string;
  readonly size?: 'normal' | 'roomy';
}

/** Written words with staff, announcements among them. */
export function MessagesCard({ title, placeholder, size }: MessagesCardProps) {
  const { t } = useTranslation('candidate');
  const announcement = useCallback((name: string) => t('messages.announcementBy', { name }), [t]);
  const { messages, send, retry } = useMessages(announcement);
  return (
    <div className={styles.place}>
      <Card size={size} title={title} grow>
        <Messages messages={messages} label={title} onRetry={retry} />
        <MessageComposer placeholder={placeholder} onSend={send} />
      </Card>
    </div>
  );
}
