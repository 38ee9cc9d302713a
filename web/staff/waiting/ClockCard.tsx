import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holds } from '#protocol/policies';
import type { ConsoleRow } from '#protocol/live.schema';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Clock } from '../../ui/Clock';
import { ClockDialog, type ClockPage } from '../clock/ClockDialog';
import { useConsoleContext } from '../console/context';
import { owedTo } from '../console/row-state';
import styles from './DecisionPanel.module.css';

/** The clock of one who is examined or was: how it stands, how it came to, and what may be given. */
export function ClockCard({ row }: { readonly row: ConsoleRow }) {
  const { t } = useTranslation('staff');
  const { me } = useConsoleContext();
  const [page, setPage] = useState<ClockPage | null>(null);
  const view = row.staff?.view;
  if (!view?.clock && view?.phase !== 'over') return null;
  const goingOn = view.phase === 'going-on';
  const mayGive = goingOn && holds(me.role, 'give time');
  const open = (next: ClockPage) => (
    <Button size="small" aria-haspopup="dialog" onClick={() => setPage(next)}>
      {t(`clock.openPage.${next}`)}
    </Button>
  );
  return (
    <Card title={t('clock.pages.label')} aside={view.clock && <Clock {...view.clock} />}>
      <div className={styles.acts}>
        {mayGive && owedTo(row).length > 0 && open('credit')}
        {mayGive && open('extend')}
        {open('ledger')}
      </div>
      {page && <ClockDialog row={row} page={page} onClose={() => setPage(null)} />}
    </Card>
  );
}
