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
  const waive = async (reason: string): Promise<void> => {
    if (!waiving?.requirement || !waiving.step) return;
    const order = { kind: 'waive', step: waiving.step, requirement: waiving.requirement, reason } as const;
    await orders.toSitting(row.sittingId, order);
    setWaiving(null);
  };
  return (
    <Card title={t('conditions.title')}>
      <ul>
        {conditionsOf(row).map((condition) => (
          <Line
            key={condition.name}
            condition={condition}
            onWaive={mayWaive && condition.step ? () => setWaiving(condition) : null}
          />
        ))}
      </ul>
      {waiving && (
        <ReasonDialog
          title={t('conditions.waiveTitle', { what: t(`conditions.${waiving.name}`) })}
          confirm={t('conditions.waiveConfirm')}
          busy={orders.busy === 'waive'}
          onConfirm={(reason) => void waive(reason)}
          onClose={() => setWaiving(null)}
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
  return (
    <li className={styles.line}>
      <span className={fine ? styles.ok : styles.warn}>
        <Icon name={fine ? 'check' : 'alert'} />
      </span>
      <span className={styles.words}>
        {t(`conditions.${name}`)}
        {!met && waivedBy && (
          <span className={styles.trouble}> · {t('conditions.waived', { name: nameOf(waivedBy) })}</span>
        )}
        {!fine && trouble && <span className={styles.trouble}> · {t(`conditions.${trouble}`)}</span>}
        {!fine && !trouble && <span className={styles.trouble}> · {t('conditions.missing')}</span>}
      </span>
      {!fine && onWaive && (
        <Button size="small" onClick={onWaive}>
          {t('conditions.waive')}
        </Button>
      )}
    </li>
  );
}
