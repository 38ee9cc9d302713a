import { CameraFrame } from '../CameraFrame';
import type { CameraState } from '../camera-states';
import { usePaintedStream } from './use-painted-stream';
import styles from './gallery.module.css';

const states: readonly CameraState[] = [
  'live',
  'connecting',
  'weak',
  'reconnecting',
  'lost',
  'covered',
  'away',
  'off',
];

export function PicturesPage() {
  const stream = usePaintedStream('#C9D2D4', '#E3B48C');
  return (
    <main className={styles.stage} data-theme="stage" id="main">
      <div className={styles.grid}>
        {states.map((state) => (
          <CameraFrame key={state} stream={stream} state={state} name={`我 · ${state}`} shape="wide" />
        ))}
        <CameraFrame
          stream={stream}
          state="live"
          name="候考官 周老师"
          nameIcon="sound"
          speaking
          shape="wide"
          note={{ text: '正在和您通话', icon: 'sound', mood: 'ok' }}
        />
        <CameraFrame
          stream={stream}
          state="live"
          name="我 · 第一摄像头"
          mirrored
          level={0.7}
          shape="wide"
          recording
        />
        <CameraFrame stream={stream} state="live" name="我 · 第二摄像头（手机）" muted shape="wide" />
        <CameraFrame stream={stream} state="live" name="第二摄像头" showFine shape="wide" />
      </div>
    </main>
  );
}
