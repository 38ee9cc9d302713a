import { useTranslation } from 'react-i18next';
import type { StaffMe } from '../api/use-me';
import { clockTime, elapsed } from '../i18n/times';
import { useLocalText } from '../i18n/use-language';
import { classes } from '../ui/classes';
import { Pill } from '../ui/Pill';
import { Segmented } from '../ui/Segmented';
import { useServerClock, useServerNow } from '../ui/server-clock';
import { shownKinds, wantsAnswer, type Shown } from './shown-calls';
import type { CallLine } from './use-calls';
import styles from './support.module.css';

interface CallListProps {
  readonly calls: readonly CallLine[];
  readonly me: StaffMe;
  readonly shown: Shown;
  readonly onShown: (shown: Shown) => void;
  readonly chosen: string | null;
  readonly onChoose: (call: CallLine) => void;
}

export function CallList({ calls, me, shown, onShown, chosen, onChoose }: CallListProps) {
  const { t } = useTranslation('support');
  return (
    <section className={styles.list} aria-label={t('title')}>
      <Segmented
        label={t('shownLabel')}
        value={shown}
        options={shownKinds.map((value) => ({ value, text: t(`shown.${value}`) }))}
        onChange={onShown}
      />
      {calls.length === 0 && (
        <div className={styles.empty}>
          <p>{t(`none.${shown}`)}</p>
          {shown === 'open' && <p className={styles.dim}>{t('noneNote')}</p>}
        </div>
      )}
      <ol className={styles.lines}>
        {calls.map((call) => (
          <li key={call.id}>
            <button
              type="button"
              className={classes(styles.line, call.id === chosen && styles.chosen)}
              aria-current={call.id === chosen}
              onClick={() => onChoose(call)}
            >
              <Line call={call} staffId={me.staffId} />
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Line({ call, staffId }: { readonly call: CallLine; readonly staffId: string }) {
  const { t } = useTranslation('support');
  const text = useLocalText();
  const now = useServerNow();
  const { candidate, room, stepTitle, closed, openedAt, last } = call;
  return (
    <>
      <span className={styles.head}>
        <strong className={styles.name}>{candidate.name}</strong>
        <span className={styles.dim}>{candidate.ticket}</span>
        {!closed && <span className={styles.age}>{t('since', { time: elapsed(now - openedAt) })}</span>}
      </span>
      <span className={styles.dim}>
        {[text(room), stepTitle && text(stepTitle)].filter(Boolean).join(' · ')}
      </span>
      {last && <span className={styles.last}>{last.text}</span>}
      <span className={styles.pills}>
        <Taken call={call} staffId={staffId} />
        {call.takenBy && wantsAnswer(call, staffId) && (
          <Pill icon="chat" mood="accent">
            {t('newWords')}
          </Pill>
        )}
      </span>
    </>
  );
}

/** Who has it, or who ended it. */
export function Taken({ call, staffId }: { readonly call: CallLine; readonly staffId: string }) {
  const { t } = useTranslation('support');
  const { zone } = useServerClock();
  const { takenBy, closed } = call;
  if (closed) {
    const time = clockTime(closed.at, zone);
    return (
      <Pill icon="check">
        {closed.by ? t('closedBy', { time, name: closed.by }) : t('closedByCandidate', { time })}
      </Pill>
    );
  }
  if (!takenBy)
    return (
      <Pill icon="alert" mood="warn">
        {t('untaken')}
      </Pill>
    );
  return (
    <Pill icon="user" mood="ok">
      {takenBy.staffId === staffId ? t('takenByMe') : t('takenBy', { name: takenBy.name })}
    </Pill>
  );
}
