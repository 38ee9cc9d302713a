import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordedTake } from '#contract/takes';
import { elapsed } from '../../i18n/times';
import { CameraTag } from '../../ui/CameraTag';
import { IconButton } from '../../ui/IconButton';
import { Segmented } from '../../ui/Segmented';
import { filmsOf, lengthOf, signatureOf, type Film } from './clips';
import { PairPlayer } from './pair-player';
import styles from './playback.module.css';

interface PairPlaybackProps {
  readonly recorded: RecordedTake;
  /** Whose sound is heard. */
  readonly sound: 1 | 2;
  /** Which positions belong to the exam, also where nothing came of one. */
  readonly positions: readonly (1 | 2)[];
  /** Speeds to choose from; none for candidates. */
  readonly choosesSpeed?: boolean;
  /** An address works no longer. */
  readonly onStale?: () => void;
  /** Told where it plays, for a note at that time. */
  readonly onAt?: (atMs: number) => void;
}

const TICK_MS = 100;
const STEP_MS = 5_000;
const speeds = ['0.5', '1', '1.5', '2'] as const;

const steadyNow = (): number => performance.now();

/** A take as it was recorded: both positions side by side, by one clock. */
export function PairPlayback(props: PairPlaybackProps) {
  const { recorded, sound, positions, onStale, onAt } = props;
  const { t } = useTranslation('recording');
  const films = filmsOf(recorded);
  const signature = signatureOf(films);
  const length = lengthOf(recorded);
  // Fresh addresses of the same films must not begin them anew: they are taken when a film changes or fails.
  const [retries, setRetries] = useState(0);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- addresses change with every reading
  const played = useMemo(() => films, [signature, retries]);
  const player = useMemo(() => new PairPlayer(length, steadyNow), [length]);
  const screens = useRef(new Map<number, HTMLVideoElement>());
  useEffect(() => {
    player.seat(played, screens.current);
    const timer = setInterval(player.tick, TICK_MS);
    return () => clearInterval(timer);
  }, [player, played]);
  const { playing, atMs, rate, failed } = useSyncExternalStore(player.subscribe, player.state);
  useEffect(() => onAt?.(atMs), [onAt, atMs]);
  useEffect(() => {
    if (!failed) return undefined;
    onStale?.();
    const timer = setTimeout(() => setRetries((tries) => tries + 1), 2_000);
    return () => clearTimeout(timer);
  }, [failed, onStale]);
  const hold = (position: number) => (video: HTMLVideoElement | null) => {
    if (video) screens.current.set(position, video);
    else screens.current.delete(position);
  };
  const times = { at: elapsed(atMs), all: elapsed(length) };
  return (
    <div className={styles.playback} data-theme="stage">
      <div className={styles.films} data-positions={positions.length}>
        {positions.map((position) => (
          <Screen
            key={position}
            position={position}
            film={played.find((film) => film.position === position) ?? null}
            sound={sound === position}
            hold={hold(position)}
          />
        ))}
      </div>
      <div className={styles.controls}>
        <IconButton
          icon={playing ? 'pause' : 'play'}
          label={t(playing ? 'preview.pause' : 'preview.play')}
          onClick={() => (playing ? player.pause() : player.play())}
        />
        <span className={styles.time} aria-hidden="true">
          {times.at}
        </span>
        <input
          className={styles.track}
          type="range"
          min={0}
          max={Math.max(1, length)}
          step={STEP_MS / 10}
          value={Math.round(atMs)}
          aria-label={t('preview.seek')}
          aria-valuetext={t('preview.at', times)}
          onChange={(event) => player.seek(Number(event.target.value))}
        />
        <span className={styles.time} aria-hidden="true">
          {times.all}
        </span>
        {props.choosesSpeed && (
          <Segmented
            label={t('preview.speed')}
            options={speeds.map((speed) => ({ value: speed, text: `${speed}×` }))}
            value={String(rate)}
            onChange={(speed) => player.setRate(Number(speed))}
          />
        )}
      </div>
      {failed && <p role="status">{t('preview.failed')}</p>}
    </div>
  );
}

interface ScreenProps {
  readonly position: 1 | 2;
  readonly film: Film | null;
  readonly sound: boolean;
  readonly hold: (video: HTMLVideoElement | null) => void;
}

function Screen({ position, film, sound, hold }: ScreenProps) {
  const { t } = useTranslation('recording');
  const name = t(position === 1 ? 'first' : 'secondShort');
  const isEmpty = !film || film.clips.length === 0;
  return (
    <div className={styles.screen}>
      <video
        ref={hold}
        aria-label={name}
        poster={film?.posterUrl ?? undefined}
        muted={!sound}
        playsInline
        preload="auto"
        disablePictureInPicture
        hidden={isEmpty}
      />
      {isEmpty && <p className={styles.empty}>{t('preview.nothing')}</p>}
      <span className={styles.name}>
        <CameraTag>{name}</CameraTag>
      </span>
    </div>
  );
}
