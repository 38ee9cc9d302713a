import { useLocalText } from '../../i18n/use-language';
import { Bar } from '../../ui/Bar';
import { LanguageSwitch } from '../../ui/LanguageSwitch';
import { ServerTime } from '../../ui/ServerTime';
import { HelpButton } from '../help/HelpButton';
import { useSitting } from '../sitting/sitting-context';
import styles from './ExamBar.module.css';

interface ExamBarProps {
  readonly place?: string;
  readonly brandName?: string;
  /** Before the candidate's name. */
  readonly children?: React.ReactNode;
}

/** The bar of the waiting area and the exam room. */
export function ExamBar({ place, brandName, children }: ExamBarProps) {
  const local = useLocalText();
  const { home } = useSitting();
  return (
    <Bar title={local(home.exam.title)} place={place} brandName={brandName}>
      {children}
      <span className={styles.name}>{home.candidate.name}</span>
      <ServerTime />
      <LanguageSwitch />
      <span className={styles.worded}>
        <HelpButton worded />
      </span>
      <span className={styles.bare}>
        <HelpButton />
      </span>
    </Bar>
  );
}
