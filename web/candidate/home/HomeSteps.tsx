import { useTranslation } from 'react-i18next';
import { clockTime } from '../../i18n/times';
import { useLocalText } from '../../i18n/use-language';
import { useServerClock } from '../../ui/server-clock';
import { StepRail } from '../../ui/StepRail';
import type { Home } from '../seat/use-seat';
import { isKnownKind, stepLooks } from './step-looks';
import { homeSteps, stepsLeft, type HomeStep } from './steps-left';
import styles from './HomePage.module.css';

interface HomeStepsProps {
  readonly flow: Home['flow'];
  readonly view: Home['view'];
  /** Entry is over: there is nothing to prepare any more. */
  readonly shut: boolean;
}

/** What is done, with its time; what comes next, and what it needs. */
export function HomeSteps({ flow, view, shut }: HomeStepsProps) {
  const { t } = useTranslation('candidate');
  const local = useLocalText();
  const { zone } = useServerClock();
  const steps = homeSteps(flow, view);
  const left = stepsLeft(steps);
  const todo = left.count > 0 && !shut;
  const note = ({ kind, status, at }: HomeStep): string | undefined => {
    const time = at === null ? '' : clockTime(at, zone);
    if (status === 'done') return t('home.done', { time });
    if (status === 'waived') return t('home.waived', { time });
    if (status === 'passed-on') return t('home.passedOn');
    return isKnownKind(kind) ? t(`home.notes.${kind}`) : undefined;
  };
  return (
    // The list may be longer than the page: focus on it lets the keyboard scroll.
    <section className={styles.todo} aria-label={t('home.steps')} tabIndex={0}>
      <div className={styles.todoHead}>
        <h2>{todo ? t('home.todo', { count: left.count }) : t(shut ? 'home.steps' : 'home.nothingTodo')}</h2>
        {todo && <span className={styles.about}>{t('home.about', { count: left.minutes })}</span>}
      </div>
      <StepRail
        label={t('home.steps')}
        steps={steps.map((step) => ({
          key: step.id,
          title: local(step.title),
          note: note(step),
          state: step.status,
          icon: isKnownKind(step.kind) ? stepLooks[step.kind].icon : 'doc',
        }))}
      />
    </section>
  );
}
