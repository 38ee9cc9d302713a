import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holds } from '#protocol/policies';
import type { ConsoleRow } from '#protocol/live.schema';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Icon } from '../../ui/Icon';
import { useConsoleContext } from '../console/context';
import { ReasonDialog } from '../parts/ReasonDialog';
import { useStaffName } from '../parts/use-staff-name';
import { conditionsOf, type Condition } from './conditions';
import styles from './EntryConditions.module.css';

/** Cameras, microphone and bell before the invitation; what is missing can be waived with a reason. */
export function EntryConditions({ row }: { readonly row: ConsoleRow }) {
  const { t } = useTranslation('staff');
  const { me, orders } = useConsoleContext();
  const [waiving, setWaiving] = useState<Condition | null>(null);
  const mayWaive = holds(me.role, 'waive a requirement');
  const close = (): void => {
    orders.dismiss();
    setWaiving(null);
  };
  const waive = async ({ waivable, requirement }: Condition, reason: string): Promise<void> => {
    if (!waivable) return;
    const order = { kind: 'waive', step: waivable, requirement, reason } as const;
    if (await orders.toSitting(row.sittingId, order)) setWaiving(null);
  };
  return (
    <Card title={t('conditions.title')}>
      <ul className={styles.lines}>
        {conditionsOf(row).map((condition) => (
          <Line
            key={condition.name}
            condition={condition}
            onWaive={mayWaive && condition.waivable ? () => setWaiving(condition) : null}
          />
        ))}
      </ul>
      {waiving && (
        <ReasonDialog
          title={t('conditions.waiveTitle', { what: t(`conditions.${waiving.name}`) })}
          note={t('conditions.waiveNote', { name: row.name })}
          confirm={t('conditions.waiveConfirm')}
          busy={orders.busy === 'waive'}
          onConfirm={(reason) => void waive(waiving, reason)}
          onClose={close}
        />
      )}
    </Card>
  );
}

interface LineProps {
  readonly condition: Condition;
  readonly onWaive: (() => void) | null;
}

function Line({ condition, onWaive }: LineProps) {
  const { t } = useTranslation('staff');
  const nameOf = useStaffName();
  const { met, waivedBy, trouble, name } = condition;
  const fine = met || waivedBy !== null;
  const remark = met
    ? null
    : waivedBy
      ? t('conditions.waived', { name: nameOf(waivedBy) })
      : t(`conditions.${trouble ?? 'missing'}`);
  return (
    <li className={styles.line} data-fine={met || undefined}>
      <span className={fine ? styles.ok : styles.warn}>
        <Icon name={fine ? 'check' : 'alert'} />
      </span>
      <span className={styles.words}>
        {t(`conditions.${name}`)}
        {remark && <span className={styles.trouble}> · {remark}</span>}
      </span>
      {!fine && onWaive && (
        <Button size="small" aria-haspopup="dialog" onClick={onWaive}>
          {t('conditions.waive')}
        </Button>
      )}
    </li>
  );
}
