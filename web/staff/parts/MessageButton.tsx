import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsoleRow } from '#protocol/live.schema';
import { Button } from '../../ui/Button';
import { useConsoleContext } from '../console/context';
import { MessagesDialog } from './MessagesDialog';

/** Opens the conversation with a candidate; says how much of it nobody has read. */
export function MessageButton({ row }: { readonly row: ConsoleRow }) {
  const { t } = useTranslation('staff');
  const { unread } = useConsoleContext();
  const [open, setOpen] = useState(false);
  const count = unread.counts[row.sittingId] ?? 0;
  return (
    <>
      <Button icon="chat" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {count > 0 ? t('stage.messageUnread', { count }) : t('stage.message')}
      </Button>
      {open && <MessagesDialog row={row} onClose={() => setOpen(false)} />}
    </>
  );
}
