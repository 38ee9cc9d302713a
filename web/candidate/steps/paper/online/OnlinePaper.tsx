import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DispatchedPaper, SavedAnswers } from '#contract/answers';
import type { StepViews } from '#steps/schemas';
import { Banner } from '../../../../ui/Banner';
import { Button } from '../../../../ui/Button';
import { Waiting } from '../../../../ui/Waiting';
import { useStep } from '../../../sitting/use-step';
import { useAnswers } from '../answers/use-answers';
import { PaperFrame } from '../PaperFrame';
import { HandInDialog } from './HandInDialog';
import { numberedSections, progressOf } from './numbered';
import { PaperText } from './PaperText';
import { QuestionNav } from './QuestionNav';
import { QuestionSheet } from './QuestionSheet';
import { SaveState } from './SaveState';
import styles from './question.module.css';

interface OnlinePaperProps {
  readonly view: StepViews['paper'];
  readonly paper: Extract<DispatchedPaper, { form: 'questions' }>;
  readonly saved: SavedAnswers;
}

/** 2.2.1 b: answered on the screen, one question after the other in any order. */
export function OnlinePaper({ view, paper: { paper, images }, saved }: OnlinePaperProps) {
  const { t } = useTranslation('paper');
  const { ask, busy } = useStep<'paper'>(view);
  const answers = useAnswers(saved);
  const sections = useMemo(() => numberedSections(paper), [paper]);
  const all = useMemo(() => sections.flatMap(({ questions }) => questions), [sections]);
  const [shown, setShown] = useState(() => all[0]?.question.id ?? '');
  const [handingIn, setHandingIn] = useState(false);
  if (!answers) return <PaperFrame main={<Waiting>{t('fetching')}</Waiting>} />;
  const { keeper, kept } = answers;
  const index = Math.max(
    0,
    all.findIndex(({ question }) => question.id === shown),
  );
  const at = all[index];
  const section = sections.find(({ questions }) => questions.some(({ question }) => question.id === shown));
  const [before, after] = [all[index - 1], all[index + 1]];
  const locked = view.phase !== 'open' || kept.state === 'stopped';
  const handIn = async (): Promise<boolean> => {
    if (!(await keeper.settle())) return false;
    if (await ask({ name: 'paper.hand-in' })) setHandingIn(false);
    return true;
  };
  return (
    <PaperFrame
      saveState={<SaveState kept={kept} />}
      handIn={
        <Button
          disabledReason={view.phase === 'open' || view.phase === 'closing' ? null : t('locked')}
          onClick={() => setHandingIn(true)}
        >
          {t('handIn.button')}
        </Button>
      }
      nav={<QuestionNav sections={sections} answers={kept.answers} shown={shown} onShow={setShown} />}
      main={
        <>
          {!kept.keptHere && (
            <Banner mood="warn" role="status" title={t('save.nowhereTitle')}>
              {t('save.nowhereNote')}
            </Banner>
          )}
          {index === 0 && paper.instructions && (
            <div className={styles.instructions}>
              <PaperText text={paper.instructions} images={images} />
            </div>
          )}
          {at && section && (
            <QuestionSheet
              keeper={keeper}
              kept={kept}
              at={at}
              section={section}
              images={images}
              locked={locked}
            />
          )}
          <div className={styles.steps}>
            {before ? (
              <Button icon="left" onClick={() => setShown(before.question.id)}>
                {t('nth', { number: before.number })}
              </Button>
            ) : (
              <span />
            )}
            {after ? (
              <Button kind="primary" iconAfter="right" onClick={() => setShown(after.question.id)}>
                {t('nth', { number: after.number })}
              </Button>
            ) : (
              <Button kind="primary" onClick={() => setHandingIn(true)}>
                {t('handIn.button')}
              </Button>
            )}
          </div>
          <HandInDialog
            open={handingIn && (view.phase === 'open' || view.phase === 'closing')}
            progress={progressOf(sections, kept.answers)}
            busy={busy('paper.hand-in')}
            onHandIn={handIn}
            onShow={setShown}
            onClose={() => setHandingIn(false)}
          />
        </>
      }
    />
  );
}
