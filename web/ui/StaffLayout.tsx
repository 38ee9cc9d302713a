import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import { classes } from './classes';
import { SkipLink } from './SkipLink';
import { Strip } from './Strip';
import styles from './StaffLayout.module.css';

export type StaffPage = 'list' | 'stage' | 'panel';

interface Column {
  readonly label: string;
  readonly content: ReactNode;
}

interface StaffLayoutProps {
  readonly bar: ReactNode;
  readonly strip?: ReactNode;
  readonly list: Column;
  readonly stage: Column;
  readonly panel: Column;
  /** The page a phone shows; on a desktop all three stand side by side. */
  readonly page: StaffPage;
  readonly onPage: (page: StaffPage) => void;
  /** `queue`: list, stage, panel, as the officer's; `room`: stage, list, panel, as the examiner's. */
  readonly order?: 'queue' | 'room';
}

const before = { list: null, stage: 'list', panel: 'stage' } as const satisfies Record<
  StaffPage,
  StaffPage | null
>;
const after = { list: 'stage', stage: 'panel', panel: null } as const satisfies Record<
  StaffPage,
  StaffPage | null
>;

function PhonePages({ page, onPage }: Pick<StaffLayoutProps, 'page' | 'onPage'>) {
  const { t } = useTranslation('common');
  const back = before[page];
  const next = after[page];
  return (
    <nav className={styles.pages}>
      {back && (
        <Button kind="quiet" icon="left" onClick={() => onPage(back)}>
          {t(`staffPages.${back}`)}
        </Button>
      )}
      <span className={styles.gap} />
      {next && (
        <Button kind="quiet" iconAfter="right" onClick={() => onPage(next)}>
          {t(`staffPages.${next}`)}
        </Button>
      )}
    </nav>
  );
}

/** The consoles' three columns; on a phone queue → person → decision, one page pushed over the other. */
export function StaffLayout(props: StaffLayoutProps) {
  const { bar, strip, list, stage, panel, page, onPage, order = 'queue' } = props;
  return (
    <div className={styles.page} data-density="staff">
      <SkipLink />
      {bar}
      <Strip>{strip}</Strip>
      <PhonePages page={page} onPage={onPage} />
      <main id="main" tabIndex={-1} className={classes(styles.columns, styles[order])} data-page={page}>
        <section className={styles.list} aria-label={list.label}>
          {list.content}
        </section>
        <section className={styles.stage} data-theme="stage" aria-label={stage.label}>
          {stage.content}
        </section>
        <aside className={styles.panel} aria-label={panel.label}>
          {panel.content}
        </aside>
      </main>
    </div>
  );
}
