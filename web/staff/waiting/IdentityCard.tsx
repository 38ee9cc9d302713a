import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsoleRow } from '#protocol/live.schema';
import type { StaffView } from '#protocol/views.schema';
import { clockTime } from '../../i18n/times';
import { Card } from '../../ui/Card';
import { NoNote } from '../../ui/NoNote';
import { Facts } from '../../ui/Facts';
import { IconButton } from '../../ui/IconButton';
import { Pill, type Mood } from '../../ui/Pill';
import type { IconName } from '../../ui/icon-paths';
import { useServerClock } from '../../ui/server-clock';
import { firstOfLastAttempt } from './stills';
import { IdentityDecision } from './IdentityDecision';
import { useIdentity, type IdentityPictures } from './use-identity';
import styles from './IdentityCard.module.css';

type Status = StaffView['identity']['status'];

const looks = {
  'not-yet': { icon: 'clock', mood: 'plain' },
  passed: { icon: 'check', mood: 'ok' },
  open: { icon: 'alert', mood: 'bad' },
  same: { icon: 'check', mood: 'ok' },
  different: { icon: 'alert', mood: 'bad' },
  unsure: { icon: 'alert', mood: 'warn' },
} as const satisfies Record<Status, { icon: IconName; mood: Mood }>;

interface IdentityCardProps {
  readonly row: ConsoleRow;
  /** A frame of the candidate's live picture; null while nobody talks with him. */
  readonly takeFrame: (() => Promise<Blob | null>) | null;
}

/** Stills and registered photo side by side, the card held to the camera, and the decision. */
export function IdentityCard({ row, takeFrame }: IdentityCardProps) {
  const { t } = useTranslation('staff');
  const identity = useIdentity(row.sittingId, row.revision);
  const { status, reason, attemptsUsed } = row.staff?.identity ?? {
    status: 'not-yet',
    reason: null,
    attemptsUsed: 0,
  };
  const look = looks[status];
  const facts = [
    { label: t('identity.name'), value: row.name },
    { label: t('identity.idNumber'), value: identity.pictures?.idNumberMasked ?? '–' },
    ...(reason
      ? [
          {
            label: t('identity.system'),
            value: `${t(`identity.reason.${reason}`)} · ${t('identity.attempts', { count: attemptsUsed })}`,
          },
        ]
      : []),
  ];
  return (
    <Card
      title={t('identity.title')}
      aside={
        <Pill icon={look.icon} mood={look.mood}>
          {status === 'open' && reason !== 'by-card'
            ? t('state.identity-open')
            : t(`identity.status.${status}`)}
        </Pill>
      }
    >
      {identity.pictures && <Pictures pictures={identity.pictures} />}
      <Facts facts={facts} />
      {identity.refused && <NoNote no={identity.refused.no} requestId={identity.refused.requestId} />}
      {identity.pictures?.case && (
        <IdentityDecision identity={identity} identityCase={identity.pictures.case} takeFrame={takeFrame} />
      )}
    </Card>
  );
}

function Pictures({ pictures }: { readonly pictures: IdentityPictures }) {
  const { t } = useTranslation('staff');
  return (
    <div className={styles.pair}>
      <LiveStills stills={pictures.stills} />
      <Picture
        url={pictures.registeredUrl}
        caption={pictures.registeredUrl ? t('identity.registered') : t('identity.registeredNone')}
      />
    </div>
  );
}

/** All stills can be looked at; the first of the last attempt, face to the camera, comes up by itself. */
function LiveStills({ stills }: { readonly stills: IdentityPictures['stills'] }) {
  const { t } = useTranslation('staff');
  const { zone } = useServerClock();
  const [chosen, setChosen] = useState<number | null>(null);
  const index = Math.min(chosen ?? firstOfLastAttempt(stills), stills.length - 1);
  const still = stills[index];
  if (!still) return <Picture url={null} caption={t('identity.liveNone')} />;
  const words = { n: index + 1, of: stills.length, time: clockTime(still.at, zone) };
  return (
    <div className={styles.figure}>
      <Picture url={still.url} caption={t('identity.live', words)} />
      <div className={styles.pager}>
        <IconButton
          icon="chevron-left"
          label={t('identity.stillBefore')}
          onClick={() => setChosen(Math.max(0, index - 1))}
        />
        <span className={styles.caption}>{t('identity.still', words)}</span>
        <IconButton
          icon="chevron-right"
          label={t('identity.stillAfter')}
          onClick={() => setChosen(Math.min(stills.length - 1, index + 1))}
        />
      </div>
    </div>
  );
}

function Picture({ url, caption }: { readonly url: string | null; readonly caption: string }) {
  return (
    <figure className={styles.figure}>
      {url ? (
        <img className={styles.picture} src={url} alt={caption} />
      ) : (
        <div className={styles.none}>{caption}</div>
      )}
      {url && <figcaption className={styles.caption}>{caption}</figcaption>}
    </figure>
  );
}
