import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Brand } from './Brand';
import { classes } from './classes';
import { IconButton } from './IconButton';
import { SkipLink } from './SkipLink';
import { Strip } from './Strip';
import styles from './PhoneLayout.module.css';

interface PhoneLayoutProps {
  readonly children: ReactNode;
  /** The page's name in the middle of the bar. Without it the brand stands left. */
  readonly title?: ReactNode;
  readonly onBack?: () => void;
  /** Right end of the bar: language, help, a pill. */
  readonly tools?: ReactNode;
  /** Under the bar from edge to edge: a banner, a running clock. */
  readonly strip?: ReactNode;
  /** The one next action; stays above the safe area while the body scrolls under it. */
  readonly foot?: ReactNode;
  readonly theme?: 'hall' | 'stage';
  /** `middle` centres the body's content, for pages with little on them. */
  readonly align?: 'top' | 'middle';
}

/** One column: 56 high bar, scrolling body, fixed foot. On a wide screen the column stays 640 wide in the middle. */
export function PhoneLayout(props: PhoneLayoutProps) {
  const { children, title, onBack, tools, strip, foot, theme = 'hall', align = 'top' } = props;
  const { t } = useTranslation('common');
  return (
    <div className={styles.page} data-theme={theme}>
      <SkipLink />
      <header className={classes(styles.bar, title ? styles.titled : styles.branded)}>
        <span className={styles.start}>
          {onBack && <IconButton icon="left" label={t('actions.back')} kind="ink" onClick={onBack} />}
          {!title && <Brand />}
        </span>
        {title && <h1 className={styles.title}>{title}</h1>}
        <span className={styles.end}>{tools}</span>
      </header>
      <Strip>{strip}</Strip>
      <main id="main" tabIndex={-1} className={classes(styles.body, align === 'middle' && styles.middle)}>
        <div className={styles.column}>{children}</div>
      </main>
      {foot && (
        <footer className={styles.foot}>
          <div className={styles.column}>{foot}</div>
        </footer>
      )}
    </div>
  );
}
