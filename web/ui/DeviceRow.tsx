import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import { Icon } from './Icon';
import type { IconName } from './icon-paths';
import { Spinner } from './Spinner';
import styles from './DeviceRow.module.css';

export type DeviceState = 'fine' | 'warn' | 'failed' | 'checking';

interface DeviceRowProps {
  readonly icon: IconName;
  readonly name: ReactNode;
  readonly state: DeviceState;
  /** "31%，请充电", "正常"; without it the plain word of the state. */
  readonly word?: ReactNode;
  /** What to do about it, as a sentence. */
  readonly todo?: ReactNode;
  /** Opens pictures for the browser at hand. */
  readonly onHowTo?: () => void;
  /** A meter, a picker. */
  readonly children?: ReactNode;
}

/** One device: its symbol, its name, how it is. Trouble says what to do. */
export function DeviceRow({ icon, name, state, word, todo, onHowTo, children }: DeviceRowProps) {
  const { t } = useTranslation('common');
  const plain = state === 'checking' ? t('device.checking') : state === 'fine' ? t('device.fine') : null;
  return (
    <div className={styles.row} data-state={state}>
      <span className={styles.icon}>{state === 'checking' ? <Spinner /> : <Icon name={icon} />}</span>
      <div className={styles.words}>
        <p className={styles.name}>{name}</p>
        <p className={styles.word}>{word ?? plain}</p>
        {todo && <p className={styles.todo}>{todo}</p>}
        {children}
      </div>
      {onHowTo && (
        <Button size="small" onClick={onHowTo}>
          {t('device.howTo')}
        </Button>
      )}
    </div>
  );
}
