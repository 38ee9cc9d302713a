import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RehearsalState } from '#protocol/rehearsal.schema';
import { useApi } from '../../api/ApiProvider';
import type { Refused } from '../../api/result';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Facts } from '../../ui/Facts';
import { NoNote } from '../../ui/NoNote';
import { Waiting } from '../../ui/Waiting';
import { browserName } from '../help/browser-name';
import { turn, turnAgain } from './turn';
import styles from './rehearsal.module.css';

interface ResultDialogProps {
  readonly state: RehearsalState | null;
  /** Why it could not be judged. */
  readonly refused: Refused | null;
  readonly onAgain: () => void;
}

/** How it went, what to change, and the way back. */
export function ResultDialog({ state, refused, onAgain }: ResultDialogProps) {
  const { t } = useTranslation('rehearsal');
  const { t: common } = useTranslation('common');
  const { call } = useApi();
  const [going, setGoing] = useState<'no' | 'back' | 'again'>('no');
  const [failed, setFailed] = useState<Refused | null>(null);
  const go = async (where: 'back' | 'again'): Promise<void> => {
    setGoing(where);
    setFailed(await (where === 'back' ? turn(call, 'exam') : turnAgain(call)));
    setGoing('no');
  };
  const result = state?.result ?? null;
  const shown = failed ?? refused;
  if (!result)
    return (
      <Dialog
        open
        title={t('mark')}
        actions={refused && <Button onClick={onAgain}>{common('actions.retry')}</Button>}
      >
        {shown ? (
          <NoNote no={shown.no} requestId={shown.requestId} />
        ) : (
          <Waiting>{t('result.judging')}</Waiting>
        )}
      </Dialog>
    );
  const passed = result.outcome === 'passed';
  return (
    <Dialog
      open
      title={t(passed ? 'result.passed' : 'result.failed')}
      actions={
        <>
          <Button
            kind={passed ? undefined : 'primary'}
            icon="retake"
            busy={going === 'again'}
            onClick={() => void go('again')}
          >
            {t('result.again')}
          </Button>
          <Button
            kind={passed ? 'primary' : undefined}
            busy={going === 'back'}
            onClick={() => void go('back')}
          >
            {t('result.back')}
          </Button>
        </>
      }
    >
      <div className={styles.trial}>
        {shown && <NoNote no={shown.no} requestId={shown.requestId} />}
        <Banner mood={passed ? 'ok' : 'warn'}>{t(passed ? 'result.passedLead' : 'result.failedLead')}</Banner>
        {result.reasons.length > 0 && (
          <ul className={styles.reasons}>
            {result.reasons.map((reason) => (
              <li key={reason}>
                <strong>{t(`reasons.${reason}.what`)}</strong> {t(`reasons.${reason}.todo`)}
              </li>
            ))}
          </ul>
        )}
        <Measured takes={state?.takes ?? []} />
        <p className={styles.dim}>{t('result.told')}</p>
      </div>
    </Dialog>
  );
}

function Measured({ takes }: { readonly takes: RehearsalState['takes'] }) {
  const { t } = useTranslation('rehearsal');
  const bytes = takes.reduce((sum, take) => sum + take.bytes, 0);
  const uplink = Math.min(...takes.map(({ uplinkKbps }) => uplinkKbps));
  const kilobytes = Math.round(bytes / 1024);
  return (
    <section>
      <h3>{t('result.found')}</h3>
      <Facts
        facts={[
          { label: t('result.browser'), value: browserName(navigator.userAgent) },
          {
            label: t('result.uplink'),
            value: takes.length > 0 ? t('result.kbps', { count: Math.round(uplink) }) : t('result.nothing'),
          },
          {
            label: t('result.bytes'),
            value: bytes > 0 ? t('result.kb', { count: kilobytes }) : t('result.nothing'),
          },
        ]}
      />
    </section>
  );
}
