import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { beginTrial } from '#contract/rehearsal';
import { useApi } from '../../api/ApiProvider';
import type { Refused } from '../../api/result';
import { useCameraState, useMedia } from '../../media/MediaProvider';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { LevelMeter } from '../../ui/LevelMeter';
import { NoNote } from '../../ui/NoNote';
import { Pill } from '../../ui/Pill';
import { Video } from '../../ui/Video';
import { useServerNow } from '../../ui/server-clock';
import { useSitting } from '../sitting/sitting-context';
import { Playback } from './Playback';
import { TAKE_MS } from './record-take';
import type { Rehearsing } from './use-rehearsal';
import type { useTake } from './use-take';
import styles from './rehearsal.module.css';

interface TrialDialogProps {
  readonly rehearsing: Rehearsing;
  readonly take: ReturnType<typeof useTake>;
  readonly onClose: () => void;
  /** He saw and heard himself; null: it did not come to that. */
  readonly onAnswer: (sawHimself: boolean | null) => void;
}

/** Ten seconds of both cameras: recorded together, sent, and played back from what the server has. */
export function TrialDialog({ rehearsing, take, onClose, onAnswer }: TrialDialogProps) {
  const { t } = useTranslation('rehearsal');
  const { call } = useApi();
  const { view } = useSitting();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const { state, offer } = rehearsing;
  const begin = async (): Promise<void> => {
    setBusy(true);
    const result = await call(beginTrial);
    setBusy(false);
    setRefused(result.ok ? null : result);
    if (result.ok) offer(result.value);
  };
  const trial = state?.trial ?? null;
  const mine = trial !== null && take.trial === trial.number ? take.phase : 'no';
  const needsSecond = view?.positions[2] !== null && view?.positions[2] !== undefined;
  const has = (position: 1 | 2) => state?.takes.some((each) => each.position === position) ?? false;
  const ready = has(1) && (!needsSecond || has(2));
  const stuck = mine === 'cannot-record' || mine === 'not-sent';
  const underWay = mine === 'counting' || mine === 'recording' || mine === 'sending';
  return (
    <Dialog
      open
      title={t('trial.title')}
      onClose={underWay ? undefined : onClose}
      actions={
        <>
          {has(1) && !ready && <Button onClick={() => onAnswer(null)}>{t('trial.goOn')}</Button>}
          {(ready || stuck || (has(1) && !ready)) && (
            <Button icon="retake" busy={busy} onClick={() => void begin()}>
              {t('trial.again')}
            </Button>
          )}
          {ready && <Button onClick={() => onAnswer(false)}>{t('trial.no')}</Button>}
          {ready && (
            <Button kind="primary" icon="check" onClick={() => onAnswer(true)}>
              {t('trial.yes')}
            </Button>
          )}
          {mine === 'no' && !ready && (
            <Button kind="primary" icon="play" busy={busy} data-first onClick={() => void begin()}>
              {t('trial.start')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.trial}>
        {refused && <NoNote no={refused.no} requestId={refused.requestId} />}
        {ready ? (
          <>
            <p>{t('trial.watch')}</p>
            <div className={styles.films}>
              <Playback position={1} trial={trial?.number ?? 0} />
              {needsSecond && <Playback position={2} trial={trial?.number ?? 0} />}
            </div>
          </>
        ) : (
          <>
            {mine === 'no' && <p>{t('trial.lead')}</p>}
            <OwnPicture />
            {trial && underWay && <Counting beganAt={trial.beganAt} />}
            {mine === 'cannot-record' && <Banner mood="bad">{t('trial.notRecorded')}</Banner>}
            {mine === 'not-sent' && <Banner mood="warn">{t('trial.notSent')}</Banner>}
            {mine !== 'no' && (
              <div className={styles.pills}>
                <Sent name={t('trial.first')} sent={has(1)} sending={mine === 'sending'} />
                {needsSecond && <Sent name={t('trial.second')} sent={has(2)} sending={has(1)} />}
              </div>
            )}
            {mine === 'sent' && needsSecond && !has(2) && (
              <Banner icon="phone">{t('trial.secondMissing')}</Banner>
            )}
          </>
        )}
      </div>
    </Dialog>
  );
}

function OwnPicture() {
  const { t: common } = useTranslation('common');
  const { camera } = useMedia();
  const { stream } = useCameraState();
  return (
    <div className={styles.own}>
      {stream && <Video stream={stream} label={common('camera.own')} mirrored fit="contain" />}
      <LevelMeter level={camera.level} words />
    </div>
  );
}

/** Seconds to the beginning, then to the end. */
function Counting({ beganAt }: { readonly beganAt: number }) {
  const { t } = useTranslation('rehearsal');
  const now = useServerNow(250);
  const seconds = (ms: number): number => Math.max(0, Math.ceil(ms / 1000));
  if (now < beganAt)
    return (
      <p className={styles.count} role="status">
        {t('trial.soon', { count: seconds(beganAt - now) })}
      </p>
    );
  const left = seconds(beganAt + TAKE_MS - now);
  return (
    <p className={styles.count} role="status">
      {left > 0 ? t('trial.recording', { count: left }) : t('trial.sending')}
    </p>
  );
}

interface SentProps {
  readonly name: string;
  readonly sent: boolean;
  readonly sending: boolean;
}

function Sent({ name, sent, sending }: SentProps) {
  const { t } = useTranslation('rehearsal');
  const word = sent ? 'trial.sent' : sending ? 'trial.sending' : 'trial.waiting';
  return (
    <Pill icon={sent ? 'check' : 'upload'} mood={sent ? 'ok' : 'plain'}>
      {name} · {t(word)}
    </Pill>
  );
}
