import type { ReactNode } from 'react';
import { classes } from './classes';
import { SkipLink } from './SkipLink';
import { Strip } from './Strip';
import styles from './StageLayout.module.css';

interface StageLayoutProps {
  readonly bar: ReactNode;
  /** Under the bar: "网络断开了，请继续答题". */
  readonly strip?: ReactNode;
  /** The pictures; always dark. */
  readonly stage: ReactNode;
  readonly stageLabel: string;
  readonly side: ReactNode;
  readonly sideLabel: string;
  /** Clock left, buttons in the middle, the way out right. Stays in reach below 1024. */
  readonly controls?: ReactNode;
  /** `stage`: the whole page is dark, as in the exam room; `hall`: bar and side stay light, as in the waiting area. */
  readonly theme?: 'hall' | 'stage';
  readonly sideWidth?: 'narrow' | 'wide';
}

/** Desktop: stage and side. Below 1024 the stage lies on top, the side under it, and the controls at the foot. */
export function StageLayout(props: StageLayoutProps) {
  const {
    bar,
    strip,
    stage,
    stageLabel,
    side,
    sideLabel,
    controls,
    theme = 'hall',
    sideWidth = 'wide',
  } = props;
  return (
    <div className={styles.page} data-theme={theme}>
      <SkipLink />
      {bar}
      <Strip>{strip}</Strip>
      <main id="main" tabIndex={-1} className={classes(styles.main, styles[sideWidth])}>
        <section className={styles.stage} data-theme="stage" aria-label={stageLabel}>
          {stage}
        </section>
        <aside className={styles.side} aria-label={sideLabel}>
          {side}
        </aside>
      </main>
      {controls && (
        <footer className={styles.controls} data-theme="stage">
          {controls}
        </footer>
      )}
    </div>
  );
}
