import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsoleRow } from '#protocol/live.schema';
import { Dialog } from '../../ui/Dialog';
import { MessageComposer } from '../../ui/MessageComposer';
import { Messages } from '../../ui/Messages';
import { useConsoleContext } from '../console/context';
import { useMessages, type Audience } from './use-messages';
import styles from './MessagesDialog.module.css';

interface MessagesDialogProps {
  /** Null: announcements to the whole room. */
  readonly row: ConsoleRow | null;
  readonly onClose: () => void;
}

/** The conversation with one candidate, or announcements; while it is open it counts as read. */
export function MessagesDialog({ row, onClose }: MessagesDialogProps) {
  const { t } = useTranslation('staff');
  const { unread } = useConsoleContext();
  const sittingId = row?.sittingId;
  const audience = useMemo<Audience>(
    () => (sittingId ? { audience: 'candidate', sittingId } : { audience: 'room' }),
    [sittingId],
  );
  const { messages, send, retry } = useMessages(audience);
  const { read } = unread;
  useEffect(() => {
    if (sittingId) read(sittingId);
  }, [read, sittingId]);
  const title = row ? t('exam.writeCandidate', { name: row.name }) : t('exam.announce');
  return (
    <Dialog open title={title} lead={row ? undefined : t('exam.announceNote')} onClose={onClose}>
      <div className={styles.log}>
        <Messages label={title} messages={messages} onRetry={retry} />
      </div>
      <MessageComposer first placeholder={row ? title : t('exam.writeRoom')} onSend={send} maxLength={1000} />
    </Dialog>
  );
}
