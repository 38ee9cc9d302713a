import type { ReactNode } from 'react';
import { Icon } from '../../ui/Icon';
import type { IconName } from '../../ui/icon-paths';
import { PhoneLayout } from '../../ui/PhoneLayout';
import { Tools } from '../help/Tools';
import styles from './NoticePage.module.css';

interface NoticePageProps {
  readonly icon: IconName;
  readonly title: ReactNode;
  /** What it means and what to do, a sentence each. */
  readonly children: ReactNode;
  readonly foot?: ReactNode;
  readonly mood?: 'plain' | 'ok' | 'warn';
}

/** A page that says one thing, and the one thing to do about it. */
export function NoticePage({ icon, title, children, foot, mood = 'plain' }: NoticePageProps) {
  return (
    <PhoneLayout tools={<Tools />} foot={foot} align="middle">
      <div className={styles.notice}>
        <span className={styles.icon} data-mood={mood}>
          <Icon name={icon} />
        </span>
        <h1 className={styles.title}>{title}</h1>
        <div className={styles.words}>{children}</div>
      </div>
    </PhoneLayout>
  );
}
