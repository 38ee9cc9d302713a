import { useTranslation } from 'react-i18next';
import { clockSeconds } from '../../i18n/times';
import { useDuration } from '../../i18n/use-duration';
import { Dialog } from '../../ui/Dialog';
import { Facts } from '../../ui/Facts';
import { NoNote } from '../../ui/NoNote';
import { useServerClock } from '../../ui/server-clock';
import { Waiting } from '../../ui/Waiting';
import { TimeLines } from './TimeLines';
import { useTimeAccount, type TimeAccount } from './use-time-account';

interface TimeDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The candidate's own time, as it stands in the record. */
export function TimeDialog({ open, onClose }: TimeDialogProps) {
  const { t } = useTranslation('time');
  return (
    <Dialog open={open} title={t('title')} lead={t('lead')} onClose={onClose}>
      <Account />
    </Dialog>
  );
}

function Account() {
  const { t } = useTranslation('time');
  const { account, refused } = useTimeAccount();
  return (
    <>
      {refused && <NoNote no={refused.no} requestId={refused.requestId} />}
      {account ? <Shown account={account} /> : !refused && <Waiting>{t('fetching')}</Waiting>}
    </>
  );
}

function Shown({ account: { clock, lines } }: { readonly account: TimeAccount }) {
  const { t } = useTranslation('time');
  const duration = useDuration();
  const { zone } = useServerClock();
  if (!clock) return <p>{t('none')}</p>;
  const { startedAt, totalMs, extendedMs, creditedMs, deadlineAt } = clock;
  const given = [
    { label: t('facts.extended'), ms: extendedMs },
    { label: t('facts.credited'), ms: creditedMs },
  ].filter(({ ms }) => ms > 0);
  return (
    <>
      <Facts
        facts={[
          { label: t('facts.startedAt'), value: clockSeconds(startedAt, zone) },
          { label: t('facts.total'), value: duration(totalMs) },
          ...given.map(({ label, ms }) => ({ label, value: `+ ${duration(ms)}` })),
          {
            label: t('facts.deadline'),
            value: deadlineAt === null ? t('facts.paused') : clockSeconds(deadlineAt, zone),
          },
        ]}
      />
      {lines.length > 0 ? <TimeLines lines={lines} /> : <p>{t('empty')}</p>}
    </>
  );
}
