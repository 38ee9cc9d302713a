import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cameraLooks, type CameraState } from './camera-states';
import { CameraTag } from './CameraTag';
import { classes } from './classes';
import { EnlargeButton } from './EnlargeButton';
import { EnlargedPicture, type EnlargedHandle } from './EnlargedPicture';
import { Icon } from './Icon';
import type { IconName } from './icon-paths';
import { LevelMeter, type LevelSource } from './LevelMeter';
import { Video } from './Video';
import styles from './CameraFrame.module.css';

export interface CameraFrameProps {
  readonly stream: MediaStream | null;
  readonly state: CameraState;
  /** Whose picture it is; also its name for screen readers. */
  readonly name: string;
  readonly nameIcon?: IconName;
  /** Top left: what is going on, such as "正在和您通话". */
  readonly note?: {
    readonly text: string;
    readonly icon: IconName;
    readonly mood?: 'plain' | 'ok' | 'warn' | 'bad';
  };
  readonly recording?: boolean;
  readonly speaking?: boolean;
  readonly muted?: boolean;
  readonly level?: number | LevelSource;
  readonly mirrored?: boolean;
  readonly sound?: boolean;
  readonly onSoundBlocked?: () => void;
  /** Stills in place of the stream, when only these are sent. */
  readonly still?: string;
  /** `state` shows "已连接" only where asked; trouble is always shown. */
  readonly showFine?: boolean;
  readonly fit?: 'cover' | 'contain';
  readonly enlargeable?: boolean;
  /** Fills its grid cell; otherwise keeps 16:9, or 3:4 for an upright phone. */
  readonly shape?: 'fill' | 'wide' | 'upright';
  /** Buttons laid over the picture, such as "connect second camera". */
  readonly children?: ReactNode;
}

/** A picture of the hall with everything that must be known about it. */
export function CameraFrame(props: CameraFrameProps) {
  const { t } = useTranslation('common');
  const enlarged = useRef<EnlargedHandle>(null);
  const { stream, state, name, still, note, muted, level, enlargeable = true, shape = 'fill' } = props;
  const look = cameraLooks[state];
  const pictured = stream !== null && look.picture !== 'none';
  const frame = classes(
    styles.frame,
    styles[shape],
    props.speaking && styles.speaking,
    look.picture === 'dimmed' && styles.dimmed,
  );
  const trouble = state !== 'live' && (pictured || still !== undefined);
  return (
    <div
      className={frame}
      data-state={state}
      onDoubleClick={enlargeable && pictured ? () => enlarged.current?.open() : undefined}
    >
      {pictured && (
        <Video
          stream={stream}
          label={name}
          mirrored={props.mirrored}
          sound={props.sound}
          fit={props.fit}
          onSoundBlocked={props.onSoundBlocked}
        />
      )}
      {!pictured && still && <img className={styles.still} src={still} alt={name} />}
      {!pictured && !still && (
        <p className={styles.empty}>
          <Icon name={look.icon} />
          <span>{t(`camera.${state}`)}</span>
        </p>
      )}
      <span className={styles.topLeft}>
        {props.recording && (
          <CameraTag mood="bad" dot>
            {t('camera.recording')}
          </CameraTag>
        )}
        {note && (
          <CameraTag icon={note.icon} mood={note.mood}>
            {note.text}
          </CameraTag>
        )}
        {trouble && (
          <CameraTag icon={look.icon} mood={look.mood}>
            {t(`camera.${state}`)}
          </CameraTag>
        )}
      </span>
      {enlargeable && pictured && <EnlargeButton name={name} onClick={() => enlarged.current?.open()} />}
      <span className={styles.foot}>
        <CameraTag icon={props.nameIcon}>
          {name}
          {props.speaking && ` · ${t('camera.speaking')}`}
        </CameraTag>
        {muted ? (
          <CameraTag icon="mic-off">{t('camera.muted')}</CameraTag>
        ) : (
          level !== undefined && (
            <CameraTag>
              <LevelMeter level={level} />
            </CameraTag>
          )
        )}
        {props.showFine && state === 'live' && !muted && level === undefined && (
          <CameraTag icon={look.icon} mood="ok">
            {t('camera.live')}
          </CameraTag>
        )}
      </span>
      {props.children}
      {enlargeable && pictured && (
        <EnlargedPicture ref={enlarged} stream={stream} name={name} mirrored={props.mirrored} />
      )}
    </div>
  );
}
