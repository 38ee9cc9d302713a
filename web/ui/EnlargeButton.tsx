import { useTranslation } from 'react-i18next';
import { Icon } from './Icon';
import styles from './EnlargeButton.module.css';

interface EnlargeButtonProps {
  readonly name: string;
  readonly onClick: () => void;
}

/** Top right of a picture; Enter does what a double click does. */
export function EnlargeButton({ name, onClick }: EnlargeButtonProps) {
  const { t } = useTranslation('common');
  return (
    <button
      type="button"
      className={styles.button}
      aria-label={t('camera.enlargeOf', { name })}
      title={t('actions.enlarge')}
      onClick={onClick}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <Icon name="expand" />
    </button>
  );
}
