import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffMe } from '../api/use-me';
import { Bar } from '../ui/Bar';
import { Button } from '../ui/Button';
import { LanguageSwitch } from '../ui/LanguageSwitch';
import { SkipLink } from '../ui/SkipLink';
import styles from './office.module.css';

interface OfficeFrameProps {
  readonly me: StaffMe;
  readonly title: string;
  /** Where all of it belongs: a room. */
  readonly place?: string | null | undefined;
  /** Ways to other pages, in the bar. */
  readonly links?: ReactNode;
  readonly onLeave: () => void;
  readonly children: ReactNode;
}

/** A page of the office: its name, who is signed in, and the way out. */
export function OfficeFrame({ me, title, place, links, onLeave, children }: OfficeFrameProps) {
  const { t: staff } = useTranslation('staff');
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <div className={styles.page} data-density="staff">
      <SkipLink />
      <Bar voice="hall" title={title} place={place}>
        <span className={styles.me}>{`${staff(`roles.${me.role}`)} ${me.name}`}</span>
        {links}
        <LanguageSwitch />
        <Button kind="ink" size="small" onClick={onLeave}>
          {staff('signOut')}
        </Button>
      </Bar>
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </div>
  );
}
