import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openConsole } from '#contract/rooms';
import { useApi } from '../../api/ApiProvider';
import { useRepeated } from '../../api/use-repeated';
import type { StaffMe } from '../../api/use-me';
import { useLocalText } from '../../i18n/use-language';
import { Bar } from '../../ui/Bar';
import { Button } from '../../ui/Button';
import { ButtonLink } from '../../ui/ButtonLink';
import { LanguageSwitch } from '../../ui/LanguageSwitch';
import { NoNote } from '../../ui/NoNote';
import { Segmented } from '../../ui/Segmented';
import { Select } from '../../ui/Select';
import { SkipLink } from '../../ui/SkipLink';
import { Waiting } from '../../ui/Waiting';
import { StepAnswers } from './StepAnswers';
import styles from './answers.module.css';

interface AnswersPageProps {
  readonly me: StaffMe;
  readonly roomId: string;
  readonly onLeave: () => void;
  readonly onSignedOut: () => void;
}

const ROOM_EVERY_MS = 60_000;

/** What was written in a room: who handed in what, the answers as the candidate saw them, and the marks beside. */
export function AnswersPage({ me, roomId, onLeave, onSignedOut }: AnswersPageProps) {
  const { t } = useTranslation('paperStaff');
  const { t: staff } = useTranslation('staff');
  const text = useLocalText();
  const { call } = useApi();
  const ask = useCallback(() => call(openConsole, { params: { roomId } }), [call, roomId]);
  const { known, failed } = useRepeated(ask, ROOM_EVERY_MS);
  const [chosen, setChosen] = useState<string | null>(null);
  useEffect(() => {
    document.title = t('reading.title');
  }, [t]);
  useEffect(() => {
    if (failed?.refused === 'NOT_SIGNED_IN') onSignedOut();
  }, [failed, onSignedOut]);
  const steps = known?.flow.steps.filter(({ kind }) => kind === 'paper') ?? [];
  const step = steps.find(({ id }) => id === chosen) ?? steps[0] ?? null;
  return (
    <div className={styles.page} data-density="staff">
      <SkipLink />
      <div className={styles.screen}>
        <Bar voice="hall" title={t('reading.title')} place={known && text(known.room.name)}>
          <span className={styles.me}>{`${staff(`roles.${me.role}`)} ${me.name}`}</span>
          <ButtonLink kind="ink" size="small" icon="door" href={`/staff/rooms/${roomId}`}>
            {t('reading.console')}
          </ButtonLink>
          <LanguageSwitch />
          <Button kind="ink" size="small" onClick={onLeave}>
            {staff('signOut')}
          </Button>
        </Bar>
      </div>
      <main id="main" tabIndex={-1} className={styles.main}>
        {!known && failed && <NoNote no={failed} />}
        {!known && !failed && <Waiting>{t('loading')}</Waiting>}
        {known && !step && <p className={styles.dim}>{t('reading.noStep')}</p>}
        {me.rooms.length > 1 && (
          <div className={styles.screen}>
            <Select
              label={t('reading.room')}
              value={roomId}
              options={me.rooms.map(({ id, name, examTitle }) => ({
                value: id,
                text: `${text(name)} · ${text(examTitle)}`,
              }))}
              onChange={({ target }) => window.location.assign(`/staff/rooms/${target.value}/answers`)}
            />
          </div>
        )}
        {steps.length > 1 && step && (
          <div className={styles.screen}>
            <Segmented
              label={t('which')}
              value={step.id}
              options={steps.map(({ id, title }) => ({ value: id, text: text(title) }))}
              onChange={setChosen}
            />
          </div>
        )}
        {known && step && (
          <StepAnswers key={step.id} roomId={roomId} stepId={step.id} examTitle={text(known.exam.title)} />
        )}
      </main>
    </div>
  );
}
