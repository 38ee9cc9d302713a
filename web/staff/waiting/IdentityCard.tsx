import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsoleRow } from '#protocol/live.schema';
import type { StaffView } from '#protocol/views.schema';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Dialog } from '../../ui/Dialog';
import { Facts } from '../../ui/Facts';
import { Pill, type Mood } from '../../ui/Pill';
import type { IconName } from '../../ui/icon-paths';
import { IdentityDecision } from './IdentityDecision';
import { IdentityPair } from './IdentityPair';
import { useChosenStill } from './use-chosen-still';
import { useIdentity } from './use-identity';
import styles from './IdentityCard.module.css';
import { StaffNote } from '../parts/StaffNote';

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
  /** Another candidate is on the stage. */
  readonly elsewhere: ConsoleRow | null;
  /** A frame of the candidate's live picture; null while nobody talks with him. */
  readonly takeFrame: (() => Promise<Blob | null>) | null;
}

/** Stills and registered photo side by side, the card held to the camera, and the decision. */
export function IdentityCard({ row, elsewhere, takeFrame }: IdentityCardProps) {
  const { t } = useTranslation('staff');
  const identity = useIdentity(row);
  const chosen = useChosenStill(identity.pictures?.stills ?? []);
  const [large, setLarge] = useState(false);
  const { pictures } = identity;
  const pair = pictures && { pictures, chosen, onBroken: identity.renew };
  return (
    <Card title={t('identity.title')} aside={<StatusPill row={row} />}>
      {pair && (
        <IdentityPair {...pair}>
          <Button
            size="small"
            kind="quiet"
            icon="expand"
            aria-haspopup="dialog"
            onClick={() => setLarge(true)}
          >
            {t('identity.enlarge')}
          </Button>
        </IdentityPair>
      )}
      <IdentityFacts row={row} idNumber={pictures?.idNumberMasked ?? null} />
      {identity.refused && <StaffNote refused={identity.refused} />}
      {pair && pictures?.case && elsewhere && (
        <Banner mood="warn">{t('identity.elsewhere', { name: elsewhere.name })}</Banner>
      )}
      {pair && pictures?.case && !elsewhere && (
        <IdentityDecision
          row={row}
          identity={identity}
          identityCase={pictures.case}
          pair={pair}
          takeFrame={takeFrame}
        />
      )}
      {large && pair && (
        <Dialog open size="full" title={`${row.name} ${row.ticket}`} onClose={() => setLarge(false)}>
          <IdentityPair {...pair} size="large" />
        </Dialog>
      )}
    </Card>
  );
}

function StatusPill({ row }: { readonly row: ConsoleRow }) {
  const { t } = useTranslation('staff');
  const { status, reason } = row.staff?.identity ?? { status: 'not-yet', reason: null };
  const byCard = status === 'open' && reason === 'by-card';
  const { icon, mood } = byCard ? ({ icon: 'id', mood: 'warn' } as const) : looks[status];
  return (
    <Pill icon={icon} mood={mood}>
      {status === 'open'
        ? t(byCard ? 'state.identity-card' : 'state.identity-open')
        : t(`identity.status.${status}`)}
    </Pill>
  );
}

function IdentityFacts({ row, idNumber }: { readonly row: ConsoleRow; readonly idNumber: string | null }) {
  const { t } = useTranslation('staff');
  const { reason = null, attemptsUsed = 0 } = row.staff?.identity ?? {};
  const tries = attemptsUsed > 0 ? ` · ${t('identity.attempts', { count: attemptsUsed })}` : '';
  const facts = [
    { label: t('identity.name'), value: row.name },
    { label: t('identity.idNumber'), value: idNumber ?? '–' },
    ...(reason ? [{ label: t('identity.system'), value: `${t(`identity.reason.${reason}`)}${tries}` }] : []),
  ];
  return (
    <div className={styles.facts}>
      <Facts facts={facts} />
    </div>
  );
}
