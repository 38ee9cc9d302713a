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

type Order = NonNullable<StaffLayoutProps['order']>;

/** One page pushed over the other, in the order of the work. */
const sequences = {
  queue: ['list', 'stage', 'panel'],
  room: ['stage', 'list', 'panel'],
} as const satisfies Record<Order, readonly StaffPage[]>;

interface PhonePagesProps extends Pick<StaffLayoutProps, 'page' | 'onPage'> {
  readonly order: Order;
  readonly labels: Readonly<Record<StaffPage, string>>;
}

function PhonePages({ page, onPage, order, labels }: PhonePagesProps) {
  const { t } = useTranslation('common');
  const sequence: readonly StaffPage[] = sequences[order];
  const back = sequence[sequence.indexOf(page) - 1];
  const next = sequence[sequence.indexOf(page) + 1];
  return (
    <nav className={styles.pages} aria-label={t('staffPages.label')}>
      {back && (
        <Button kind="quiet" icon="left" onClick={() => onPage(back)}>
          {labels[back]}
        </Button>
      )}
      <span className={styles.gap} />
      {next && (
        <Button kind="quiet" iconAfter="right" onClick={() => onPage(next)}>
          {labels[next]}
        </Button>
      )}
    </nav>
  );
}

/** The consoles' three columns; on a phone queue → person → decision, one page pushed over the other. */
export function StaffLayout(props: StaffLayoutProps) {
  const { bar, strip, list, stage, panel, page, onPage, order = 'queue' } = props;
  const labels = { list: list.label, stage: stage.label, panel: panel.label };
  return (
    <div className={styles.page} data-density="staff">
      <SkipLink />
      {bar}
      <Strip>{strip}</Strip>
      <PhonePages page={page} onPage={onPage} order={order} labels={labels} />
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
