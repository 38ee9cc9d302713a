import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readTrial } from '#contract/rehearsal';
import { useApi } from '../../api/ApiProvider';
import { insist } from '../../api/insist';
import { Spinner } from '../../ui/Spinner';
import styles from './rehearsal.module.css';

interface PlaybackProps {
  readonly position: 1 | 2;
  readonly trial: number;
}

/** What the server has of one camera: fetched, never what this page still remembers. */
export function Playback({ position, trial }: PlaybackProps) {
  const { t } = useTranslation('rehearsal');
  const { call } = useApi();
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    let made: string | null = null;
    void insist(() => call(readTrial, { params: { position } }), { signal: stop.signal }).then((result) => {
      if (!result?.ok) return;
      made = URL.createObjectURL(result.value);
      setAddress(made);
    });
    return () => {
      stop.abort();
      if (made) URL.revokeObjectURL(made);
    };
  }, [call, position, trial]);
  const name = t(position === 1 ? 'trial.first' : 'trial.second');
  return (
    <figure className={styles.film}>
      {address ? (
        <video className={styles.video} src={address} controls playsInline aria-label={name} />
      ) : (
        <span className={styles.video}>
          <Spinner />
        </span>
      )}
      <figcaption>{name}</figcaption>
    </figure>
  );
}
