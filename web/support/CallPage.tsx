import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerHelpCall, closeHelpCall, takeHelpCall } from '#contract/help';
import { useApi } from '../api/ApiProvider';
import type { Refused, Result } from '../api/result';
import type { StaffMe } from '../api/use-me';
import { useDrafts } from '../live/use-drafts';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { MessageComposer } from '../ui/MessageComposer';
import { Messages, type Message } from '../ui/Messages';
import { NoNote } from '../ui/NoNote';
import { CloseDialog, TakeOverDialog } from './CallDialogs';
import { CallFacts } from './CallFacts';
import { Taken } from './CallList';
import { useOpenedCall, type CallLine } from './use-calls';
import styles from './support.module.css';

interface CallPageProps {
  readonly line: CallLine;
  readonly me: StaffMe;
  readonly onBack: () => void;
  readonly onChanged: () => void;
}

/** One call: the talk, and beside it what is known of the devices. */
export function CallPage({ line, me, onBack, onChanged }: CallPageProps) {
  const { t } = useTranslation('support');
  const { call: send } = useApi();
  const { known, again } = useOpenedCall(line);
  const [asks, setAsks] = useState<'close' | 'take-over' | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const call = known?.call ?? line;
  const { sittingId, id: callId, candidate, takenBy, closed } = call;
  const params = useMemo(() => ({ sittingId, callId }), [sittingId, callId]);
  const heard = useMemo(
    () =>
      (known?.words ?? []).map(({ id, at, text, name, mine }): Message => {
        return { id, at, text, from: mine ? null : name };
      }),
    [known],
  );
  const changed = useCallback((): void => {
    again();
    onChanged();
  }, [again, onChanged]);
  const post = useCallback(
    (id: string, text: string) => send(answerHelpCall, { params, body: { id, text } }),
    [send, params],
  );
  const talk = useDrafts({ heard, post, onPosted: changed });
  const settle = (result: Result<unknown>): void => {
    setRefused(result.ok ? null : result);
    setAsks(null);
    changed();
  };
  const take = async (takeOver: boolean): Promise<void> =>
    settle(await send(takeHelpCall, { params, body: { takeOver } }));
  const close = async (note: string): Promise<void> =>
    settle(await send(closeHelpCall, { params, body: { note } }));
  const mine = takenBy?.staffId === me.staffId;
  return (
    <>
      <section className={styles.talk} aria-label={t('talk', { name: candidate.name })}>
        <div className={styles.over}>
          <span className={styles.back}>
            <Button size="small" kind="quiet" icon="left" onClick={onBack}>
              {t('back')}
            </Button>
          </span>
          <h2 className={styles.title}>{candidate.name}</h2>
          <Taken call={call} staffId={me.staffId} />
          <span className={styles.gap} />
          {!closed && !takenBy && (
            <Button kind="primary" size="small" icon="phone-call" onClick={() => void take(false)}>
              {t('take')}
            </Button>
          )}
          {!closed && takenBy && !mine && (
            <Button size="small" icon="hand" onClick={() => setAsks('take-over')}>
              {t('takeOver')}
            </Button>
          )}
          {!closed && (
            <Button size="small" icon="check" onClick={() => setAsks('close')}>
              {t('close')}
            </Button>
          )}
        </div>
        {refused && <NoNote no={refused.no} requestId={refused.requestId} />}
        {closed?.note && <Banner icon="check">{closed.note}</Banner>}
        <div className={styles.words}>
          <Messages
            messages={talk.messages}
            label={t('talk', { name: candidate.name })}
            onRetry={talk.retry}
          />
        </div>
        {!closed && <MessageComposer placeholder={t('placeholder')} onSend={talk.send} maxLength={1000} />}
        <p className={styles.dim}>{t('cannotAct')}</p>
      </section>
      <CallFacts call={call} opened={known} />
      {asks === 'close' && (
        <CloseDialog
          name={candidate.name}
          onClose={() => setAsks(null)}
          onConfirm={(note) => void close(note)}
        />
      )}
      {asks === 'take-over' && takenBy && (
        <TakeOverDialog name={takenBy.name} onClose={() => setAsks(null)} onConfirm={() => void take(true)} />
      )}
    </>
  );
}
