import { useTranslation } from 'react-i18next';
import { Segmented } from '../../ui/Segmented';
import { TextField } from '../../ui/TextField';
import { minuteChoices, minutesOf, MOST_MINUTES, type Minutes } from './minutes';
import styles from './clock.module.css';

interface MinutesChoiceProps {
  readonly label: string;
  readonly value: Minutes;
  /** The act was asked for: what is missing is said. */
  readonly asked: boolean;
  readonly onChange: (value: Minutes) => void;
}

/** The usual amounts at one press, any other by typing. */
export function MinutesChoice({ label, value, asked, onChange }: MinutesChoiceProps) {
  const { t } = useTranslation('staff');
  const options = minuteChoices.map((choice) => ({
    value: choice,
    text: choice === 'other' ? t('clock.otherMinutes') : t('clock.minutes', { count: Number(choice) }),
  }));
  const wrong = asked && minutesOf(value) === null;
  return (
    <div className={styles.choice}>
      <strong>{label}</strong>
      <Segmented
        label={label}
        value={value.choice}
        options={options}
        onChange={(choice) => onChange({ ...value, choice })}
      />
      {value.choice === 'other' && (
        <TextField
          label={t('clock.typedMinutes')}
          error={wrong ? t('clock.minutesWrong', { most: MOST_MINUTES }) : undefined}
          inputMode="numeric"
          autoComplete="off"
          maxLength={3}
          value={value.typed}
          onChange={(event) => onChange({ ...value, typed: event.target.value })}
        />
      )}
    </div>
  );
}
