import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Hidden } from './Hidden';
import { Icon } from './Icon';
import type { IconName } from './icon-paths';
import styles from './StepRail.module.css';

export type StepState = 'done' | 'now' | 'next' | 'waived' | 'passed-on';

export interface RailStep {
  readonly key: string;
  readonly title: ReactNode;
  /** "08:36 已同意", "约 1 分钟，可以重试". */
  readonly note?: ReactNode;
  readonly state: StepState;
  readonly icon: IconName;
}

interface StepRailProps {
  readonly steps: readonly RailStep[];
  readonly label: string;
}

const markers = {
  done: 'check',
  now: null,
  next: null,
  waived: 'minus',
  'passed-on': 'id',
} as const satisfies Record<StepState, IconName | null>;

/** What is done, what is next, what comes after. */
export function StepRail({ steps, label }: StepRailProps) {
  const { t } = useTranslation('common');
  return (
    <ol className={styles.rail} aria-label={label}>
      {steps.map(({ key, title, note, state, icon }) => (
        <li
          key={key}
          className={styles.step}
          data-state={state}
          aria-current={state === 'now' ? 'step' : undefined}
        >
          <span className={styles.mark}>
            <Icon name={markers[state] ?? icon} />
          </span>
          <div className={styles.words}>
            <h3 className={styles.title}>{title}</h3>
            <Hidden>{t(`steps.${state}`)}</Hidden>
            {note && <p className={styles.note}>{note}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
