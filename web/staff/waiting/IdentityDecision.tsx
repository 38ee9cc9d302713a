import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { decidesIdentity } from '#protocol/policies';
import { clockTime } from '../../i18n/times';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/TextField';
import { useServerClock } from '../../ui/server-clock';
import { useConsoleContext } from '../console/context';
import type { Identity, IdentityPictures, Verdict } from './use-identity';
import styles from './IdentityCard.module.css';

interface IdentityDecisionProps {
  readonly identity: Identity;
  readonly identityCase: NonNullable<IdentityPictures['case']>;
  readonly takeFrame: (() => Promise<Blob | null>) | null;
}

const verdicts: readonly Verdict[] = ['same', 'different', 'unsure'];

/** Three verdicts of equal weight, so that the design does not vote; "different" waits for a second person. */
export function IdentityDecision({ identity, identityCase, takeFrame }: IdentityDecisionProps) {
  const { t } = useTranslation('staff');
  const { zone } = useServerClock();
  const { me } = useConsoleContext();
  const [note, setNote] = useState('');
  const { phase, firstByName, verdict, decidedByName, decidedAt } = identityCase;
  if (phase === 'decided' && verdict && decidedAt !== null) {
    const words = {
      name: decidedByName ?? '',
      time: clockTime(decidedAt, zone),
      verdict: t(`identity.${verdict}`),
    };
    return <Banner mood={verdict === 'same' ? 'ok' : 'warn'}>{t('identity.decided', words)}</Banner>;
  }
  if (!decidesIdentity(me.role, identityCase.decidedBy)) {
    return <Banner>{t('identity.waits', { role: t(`identity.deciders.${identityCase.decidedBy}`) })}</Banner>;
  }
  return (
    <div className={styles.decide}>
      {phase === 'second-person' && (
        <Banner mood="warn">{t('identity.second', { name: firstByName ?? '' })}</Banner>
      )}
      <strong>{t('identity.look')}</strong>
      <CardCapture identity={identity} takeFrame={takeFrame} />
      <TextField
        label={t('identity.note')}
        value={note}
        maxLength={1000}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className={styles.verdicts}>
        {verdicts.map((choice) => (
          <Button
            key={choice}
            busy={identity.busy === choice}
            onClick={() => void identity.decide(choice, note)}
          >
            {t(`identity.${choice}`)}
          </Button>
        ))}
      </div>
      <p className={styles.caption}>{t('identity.consequence')}</p>
    </div>
  );
}

/** Takes the ID card from the live picture. */
function CardCapture({ identity, takeFrame }: Pick<IdentityDecisionProps, 'identity' | 'takeFrame'>) {
  const { t } = useTranslation('staff');
  const cardUrl = identity.pictures?.cardUrl ?? null;
  const capture = async (): Promise<void> => {
    const frame = await takeFrame?.();
    if (frame) await identity.capture(frame);
  };
  return (
    <>
      {cardUrl && <img className={styles.card} src={cardUrl} alt={t('identity.card')} />}
      <Button
        icon="photo"
        busy={identity.busy === 'capture'}
        disabledReason={takeFrame ? null : t('identity.captureWhy')}
        onClick={() => void capture()}
      >
        {cardUrl ? t('identity.captureAgain') : t('identity.capture')}
      </Button>
    </>
  );
}
