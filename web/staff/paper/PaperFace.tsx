import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../i18n/use-language';
import { Banner } from '../../ui/Banner';
import { classes } from '../../ui/classes';
import { NoNote } from '../../ui/NoNote';
import { Segmented } from '../../ui/Segmented';
import { SkipLink } from '../../ui/SkipLink';
import { Strip } from '../../ui/Strip';
import { Waiting } from '../../ui/Waiting';
import { ConsoleBar, type FaceProps } from '../console/ConsoleBar';
import { ConsoleStrip } from '../console/ConsoleStrip';
import { useConsoleContext } from '../console/context';
import { HallDesk } from './HallDesk';
import { HallList } from './HallList';
import { PersonPanel } from './PersonPanel';
import { useHall } from './use-hall';
import styles from './paper.module.css';

/** The invigilator's view of a written exam (2.2.1): the paper, everybody who writes it, and who needs somebody. */
export function PaperFace(props: FaceProps) {
  const { view } = useConsoleContext();
  const text = useLocalText();
  const { t } = useTranslation('paperStaff');
  const steps = view.start.flow.steps.filter(({ kind }) => kind === 'paper');
  const [stepId, setStepId] = useState(steps[0]?.id ?? '');
  return (
    <div className={styles.page} data-density="staff">
      <SkipLink />
      <ConsoleBar {...props} />
      <Strip>
        <ConsoleStrip />
      </Strip>
      <main id="main" tabIndex={-1} className={styles.main}>
        {steps.length > 1 && (
          <Segmented
            label={t('which')}
            value={stepId}
            options={steps.map(({ id, title }) => ({ value: id, text: text(title) }))}
            onChange={setStepId}
          />
        )}
        <PaperHall key={stepId} stepId={stepId} />
      </main>
    </div>
  );
}

function PaperHall({ stepId }: { readonly stepId: string }) {
  const { t } = useTranslation('paperStaff');
  const hall = useHall(stepId);
  const [chosen, setChosen] = useState<string | null>(null);
  const person = hall.rows.find(({ row }) => row.sittingId === chosen) ?? null;
  const leave = (): void => {
    setChosen(null);
    window.setTimeout(() => document.getElementById(`paper-${chosen}`)?.focus());
  };
  if (!hall.paper) return hall.failed ? <NoNote no={hall.failed} /> : <Waiting large>{t('loading')}</Waiting>;
  return (
    <>
      {hall.failed && (
        <Banner mood="warn" icon="wifi-off">
          {t('stale')}
        </Banner>
      )}
      <div className={classes(styles.hall, person && styles.withPerson)}>
        <div className={styles.sheet}>
          <HallDesk stepId={stepId} paper={hall.paper} rows={hall.rows} />
          <HallList paper={hall.paper} rows={hall.rows} chosen={chosen} onChoose={setChosen} />
        </div>
        {person && (
          <PersonPanel key={chosen} stepId={stepId} paper={hall.paper} person={person} onLeave={leave} />
        )}
      </div>
    </>
  );
}
