import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsoleRow } from '#protocol/live.schema';
import { Dialog } from '../../ui/Dialog';
import { MessageComposer } from '../../ui/MessageComposer';
import { Messages } from '../../ui/Messages';
import { useMessages, type Audience } from './use-messages';

/** The conversation with one candidate; with no row, announcements to the whole room. */
export function MessagesDialog({
  row,
  onClose,
}: {
  readonly row: ConsoleRow | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('staff');
  const sittingId = row?.sittingId;
  const audience = useMemo<Audience>(
    () => (sittingId ? { audience: 'candidate', sittingId } : { audience: 'room' }),
    [sittingId],
  );
  const { messages, send, retry } = useMessages(audience);
  const title = row ? t('exam.writeCandidate', { name: row.name }) : t('exam.announce');
  return (
    <Dialog open title={title} onClose={onClose}>
      <Messages label={title} messages={messages} onRetry={retry} />
      <MessageComposer placeholder={row ? title : t('exam.writeRoom')} onSend={send} maxLength={1000} />
    </Dialog>
  );
}
