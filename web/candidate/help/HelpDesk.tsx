import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { ButtonLink } from '../../ui/ButtonLink';
import { Dialog } from '../../ui/Dialog';
import { CallSupport } from './CallSupport';
import { DeviceFacts } from './DeviceFacts';
import type { HelpSitting } from './help-context';
import { telephone } from './telephone';
import { useHelpCall } from './use-help-call';
import styles from './HelpDesk.module.css';

interface DeskProps {
  readonly open: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
  readonly phone: string | null;
  /** Tells the button what came while the desk was shut. */
  readonly onNews: (news: string | null) => void;
}

interface HelpDeskProps extends DeskProps {
  readonly sitting: HelpSitting | null;
}

/** Support by this page where somebody is signed in, the telephone always, and what to read out. */
export function HelpDesk({ sitting, ...desk }: HelpDeskProps) {
  const { t } = useTranslation('help');
  if (sitting) return <SittingDesk {...desk} sitting={sitting} />;
  return (
    <Dialog open={desk.open} onClose={desk.onClose} title={t('title')}>
      <div className={styles.help}>
        <Telephone phone={desk.phone} first />
        <DeviceFacts sitting={null} />
      </div>
    </Dialog>
  );
}

function SittingDesk({
  open,
  onOpen,
  onClose,
  phone,
  onNews,
  sitting,
}: DeskProps & { sitting: HelpSitting }) {
  const { t } = useTranslation('help');
  const help = useHelpCall(sitting);
  const fromSupport = help.call?.words.findLast(({ from }) => from === 'support') ?? null;
  const [seen, setSeen] = useState<string | null>(null);
  const unread = fromSupport && fromSupport.id !== seen && help.call?.closedAt === null ? fromSupport : null;
  if (open && fromSupport && fromSupport.id !== seen) setSeen(fromSupport.id);
  const news = unread && !open ? t('unread') : null;
  useEffect(() => onNews(news), [news, onNews]);
  return (
    <>
      {unread && !open && (
        <div className={styles.toast} role="status">
          <p>
            <strong>{unread.name}</strong> {unread.text}
          </p>
          <Button size="small" kind="primary" onClick={onOpen}>
            {t('support.view')}
          </Button>
        </div>
      )}
      <Dialog open={open} onClose={onClose} title={t('title')}>
        <div className={styles.help}>
          <CallSupport help={help} />
          <Telephone phone={phone} first={false} />
          <DeviceFacts sitting={sitting} />
        </div>
      </Dialog>
    </>
  );
}

/** `first`: nothing better stands above it. */
function Telephone({ phone, first }: { readonly phone: string | null; readonly first: boolean }) {
  const { t } = useTranslation('help');
  return (
    <section className={styles.part}>
      <h3>{t('call.title')}</h3>
      <p className={styles.note}>{t(phone ? 'call.lead' : 'call.ticket')}</p>
      {phone && (
        <ButtonLink
          kind={first ? 'primary' : undefined}
          size={first ? 'big' : undefined}
          wide
          icon="phone-call"
          href={telephone(phone)}
        >
          {phone}
        </ButtonLink>
      )}
    </section>
  );
}
