import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#contract/endpoint';
import { ownRehearsal } from '#contract/rehearsal';
import { useApi } from '../../api/ApiProvider';
import type { Refused } from '../../api/result';
import { clockTime, day } from '../../i18n/times';
import { useLanguage } from '../../i18n/use-language';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { NoNote } from '../../ui/NoNote';
import { useServerClock } from '../../ui/server-clock';
import { turn } from './turn';
import styles from './rehearsal.module.css';

interface RehearsalCardProps {
  /** The exam is being entered: nobody turns away from it in the same moment. */
  readonly entering: boolean;
  /** This browser is on its way to the rehearsal: the exam must not be entered any more. */
  readonly onTurning: (turning: boolean) => void;
}

/** On the exam's home, until the exam has begun: how the last rehearsal went, and the way to the next. */
export function RehearsalCard({ entering, onTurning }: RehearsalCardProps) {
  const { t } = useTranslation('rehearsal');
  const { call } = useApi();
  const { zone } = useServerClock();
  const language = useLanguage();
  const [own, setOwn] = useState<OutputOf<typeof ownRehearsal> | null>(null);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  useEffect(() => {
    void call(ownRehearsal).then((result) => result.ok && setOwn(result.value));
  }, [call]);
  if (!own?.mayRehearse) return null;
  const { last } = own;
  const begin = async (): Promise<void> => {
    setBusy(true);
    onTurning(true);
    const no = await turn(call, 'rehearsal');
    // Turned: this page stays as it is until the next one has come.
    if (!no) return;
    setRefused(no);
    setBusy(false);
    onTurning(false);
  };
  const timeOf = (at: number): string => `${day(at, language, zone)} ${clockTime(at, zone)}`;
  return (
    <Card title={t('card.title')}>
      <div className={styles.card}>
        <p>{last ? t(`card.${last.outcome}`, { time: timeOf(last.at) }) : t('card.none')}</p>
        {last && last.outcome === 'failed' && (
          <ul className={styles.reasons}>
            {last.reasons.map((reason) => (
              <li key={reason}>{t(`reasons.${reason}.what`)}</li>
            ))}
          </ul>
        )}
        {refused && <NoNote no={refused.no} requestId={refused.requestId} />}
        <Button icon="play" busy={busy || entering} onClick={() => void begin()}>
          {t(last ? 'card.again' : 'card.begin')}
        </Button>
      </div>
    </Card>
  );
}
