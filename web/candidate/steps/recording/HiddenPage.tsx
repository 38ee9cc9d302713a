import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepViews } from '#steps/schemas';
import { useDuration } from '../../../i18n/use-duration';
import { Button } from '../../../ui/Button';
import { Facts } from '../../../ui/Facts';
import { useStep } from '../../sitting/use-step';
import { Pictures } from './Pictures';
import { RecordingFrame } from './RecordingFrame';
import { SpaceNote } from './SpaceNote';
import { shownIn } from './words-of';
import styles from './recording.module.css';

/** 2.4.6: before the question: how long, how often. Without a time to prepare there is nothing to press. */
export function HiddenPage({ view }: { readonly view: StepViews['recording'] }) {
  const { t } = useTranslation('recording');
  const duration = useDuration();
  const { ask, busy } = useStep<'recording'>(view);
  const shown = shownIn(view);
  const id = shown?.id ?? '';
  const prepareMs = (shown?.prepareSeconds ?? 0) * 1_000;
  const show = useEffectEvent(() => void ask({ name: 'recording.show', question: id }));
  const atOnce = prepareMs === 0;
  useEffect(() => {
    if (atOnce && id) show();
  }, [atOnce, id]);
  const retakes = shown?.retakes ?? 0;
  return (
    <RecordingFrame
      view={view}
      theme="stage"
      notices={<SpaceNote seconds={shown?.maxSeconds ?? 0} />}
      controls={
        <div className={styles.middle}>
          <Button
            kind="primary"
            size="big"
            busy={busy('recording.show')}
            onClick={() => void ask({ name: 'recording.show', question: id })}
          >
            {t(atOnce ? 'before.show' : 'before.showPrepare')}
          </Button>
        </div>
      }
    >
      <section className={styles.sheet} data-theme="hall">
        <h2 className={styles.sheetTitle}>{t('before.title')}</h2>
        <p>{t(atOnce ? 'before.leadAtOnce' : 'before.lead')}</p>
        <Facts
          shape="blocks"
          facts={[
            {
              label: t('before.prepare'),
              value: atOnce ? t('before.prepareNone') : duration(prepareMs),
            },
            { label: t('before.most'), value: duration((shown?.maxSeconds ?? 0) * 1_000) },
            {
              label: t('before.quota'),
              value: retakes === 0 ? t('before.quotaNone') : t('before.times', { count: retakes }),
            },
          ]}
        />
        <p className={styles.small}>{t('before.interruptions')}</p>
      </section>
      <Pictures view={view} recording={false} secondSaved={null} />
    </RecordingFrame>
  );
}
