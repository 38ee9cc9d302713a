import { useTranslation } from 'react-i18next';
import { Check } from '../../ui/Check';
import styles from './entry.module.css';

interface PositionChoiceProps {
  readonly value: 1 | 2;
  readonly onChange: (position: 1 | 2) => void;
}

/** 2.1.7: a second device may also join by signing in. */
export function PositionChoice({ value, onChange }: PositionChoiceProps) {
  const { t } = useTranslation('candidate');
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.legend}>{t('signIn.device')}</legend>
      <Check
        kind="radio"
        name="position"
        checked={value === 1}
        note={t('signIn.firstNote')}
        onChange={() => onChange(1)}
      >
        {t('signIn.first')}
      </Check>
      <Check
        kind="radio"
        name="position"
        checked={value === 2}
        note={t('signIn.secondNote')}
        onChange={() => onChange(2)}
      >
        {t('signIn.second')}
      </Check>
    </fieldset>
  );
}
