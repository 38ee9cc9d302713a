import { Suspense, useCallback, useMemo, useState, type ReactNode } from 'react';
import { HelpContext, type HelpSitting } from './help-context';
import { lateDesk } from './late-desk';
import { telephone } from './telephone';
import styles from './HelpPlace.module.css';

interface HelpPlaceProps {
  /** Of the exam at hand, or of the last one on this device; null: on the admission ticket. */
  readonly phone: string | null;
  /** Null before signing in: then there is nobody to call by this page. */
  readonly sitting: HelpSitting | null;
  readonly children: ReactNode;
}

/** One desk of help for the pages in it. Until its code is here, the number to call is. */
export function HelpPlace({ phone, sitting, children }: HelpPlaceProps) {
  const [open, setOpen] = useState(false);
  const [news, setNews] = useState<string | null>(null);
  const show = useCallback(() => setOpen(true), []);
  const help = useMemo(() => ({ show, news }), [show, news]);
  const number = open && phone && (
    <a className={styles.number} href={telephone(phone)}>
      {phone}
    </a>
  );
  return (
    <HelpContext value={help}>
      {children}
      {(open || sitting) && (
        <Suspense fallback={number}>
          <lateDesk.Page
            open={open}
            onOpen={show}
            onClose={() => setOpen(false)}
            phone={phone}
            sitting={sitting}
            onNews={setNews}
          />
        </Suspense>
      )}
    </HelpContext>
  );
}
