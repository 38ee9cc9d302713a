import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/Card';
import { Facts } from '../../ui/Facts';
import { useConsoleContext } from '../console/context';
import { groupOf, type RowGroup } from '../console/row-state';

const groups: readonly RowGroup[] = ['queue', 'inside', 'preparing', 'absent', 'over'];

/** How many are where, while nobody is chosen. */
export function RoomCounts() {
  const { t } = useTranslation('staff');
  const { view } = useConsoleContext();
  const facts = groups.map((group) => ({
    label: t(`list.groups.${group}`),
    value: view.rows.filter((row) => groupOf(row) === group).length,
  }));
  return (
    <Card title={t('list.counts', { count: view.rows.length })}>
      <Facts facts={facts} />
    </Card>
  );
}
