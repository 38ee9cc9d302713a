import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { decidesIdentity } from '#protocol/policies';
import type { ConsoleRow } from '#protocol/live.schema';
import { clockTime } from '../../i18n/times';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { useServerClock } from '../../ui/server-clock';
import { useConsoleContext } from '../console/context';
import type { IdentityPairProps } from './IdentityPair';
import type { Identity, IdentityPictures, Verdict } from './use-identity';
import { VerdictDialog } from './VerdictDialog';
import styles from './IdentityCard.module.css';

interface IdentityDecisionProps {
  readonly row: ConsoleRow;
  readonly identity: Identity;
  readonly identityCase: NonNullable<IdentityPictures['case']>;
  readonly pair: IdentityPairProps;
  readonly takeFrame: (() => Promise<Blob | null>) | null;
}

const verdicts: readonly Verdict[] = ['same', 'different', 'unsure'];

/** Three verdicts of equal weight, so that the design does not vote; "different" waits for a second person. */
export function IdentityDecision(props: IdentityDecisionProps) {
  const { row, identity, identityCase, pair, takeFrame } = props;
  const { t } = useTranslation('staff');
  const { zone } = useServerClock();
  const { me } = useConsoleContext();
  const [asking, setAsking] = useState<Verdict | null>(null);
  const { phase, firstBy, firstByName, verdict, decidedByName, decidedAt } = identityCase;
  if (phase === 'decided' && verdict && decidedAt !== null) {
    const words = {
      name: decidedByName ?? t('colleague'),
      time: clockTime(decidedAt, zone),
      verdict: t(`identity.${verdict}`),
    };
    return <Banner mood={verdict === 'same' ? 'ok' : 'warn'}>{t('identity.decided', words)}</Banner>;
  }
  if (!decidesIdentity(me.role, identityCase.decidedBy)) {
    return <Banner>{t('identity.waits', { role: t(`identity.deciders.${identityCase.decidedBy}`) })}</Banner>;
  }
  const mine = firstBy === `staff:${me.staffId}`;
  const close = (): void => {
    identity.dismiss();
    setAsking(null);
  };
  return (
    <div className={styles.decide}>
      {phase === 'second-person' && (
        <Banner mood="warn">
          {mine ? t('identity.secondMine') : t('identity.second', { name: firstByName ?? t('colleague') })}
        </Banner>
      )}
      <strong>{t('identity.look')}</strong>
      <CardCapture identity={identity} takeFrame={takeFrame} />
      <div className={styles.verdicts}>
        {verdicts.map((choice) => (
          <Button key={choice} aria-haspopup="dialog" onClick={() => setAsking(choice)}>
            {t(`identity.${choice}`)}
          </Button>
        ))}
      </div>
      <p className={styles.caption}>{t('identity.consequence')}</p>
      {asking && <VerdictDialog row={row} verdict={asking} identity={identity} pair={pair} onClose={close} />}
    </div>
  );
}

/** Takes the ID card from the live picture. */
function CardCapture({ identity, takeFrame }: Pick<IdentityDecisionProps, 'identity' | 'takeFrame'>) {
  const { t } = useTranslation('staff');
  const taken = identity.pictures?.cardUrl != null;
  const capture = async (): Promise<void> => {
    const frame = await takeFrame?.();
    if (frame) await identity.capture(frame);
  };
  return (
    <Button
      wide
      icon="photo"
      busy={identity.busy === 'capture'}
      disabledReason={takeFrame ? null : t('identity.captureWhy')}
      onClick={() => void capture()}
    >
      {taken ? t('identity.captureAgain') : t('identity.capture')}
    </Button>
  );
}
