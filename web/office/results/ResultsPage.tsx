import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exportResults } from '#contract/results';
import { holds } from '#protocol/policies';
import type { StaffMe } from '../../api/use-me';
import { useLocalText } from '../../i18n/use-language';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { ButtonLink } from '../../ui/ButtonLink';
import { Dialog } from '../../ui/Dialog';
import { NoNote } from '../../ui/NoNote';
import { Waiting } from '../../ui/Waiting';
import { OfficeFrame } from '../OfficeFrame';
import office from '../office.module.css';
import { ResultTable } from './ResultTable';
import { Signatures } from './Signatures';
import { useResults, type Results } from './use-results';
import styles from './results.module.css';

interface ResultsPageProps {
  readonly me: StaffMe;
  readonly roomId: string;
  readonly onLeave: () => void;
}

type Asked = 'sign' | 'release' | null;

const openIn = ({ results }: Results): number =>
  results.filter(({ state }) => state === 'under-way' || state === 'sheets-missing').length;

/** What a room's panel has come to, who stands for it, and for the office the step that makes it public. */
export function ResultsPage({ me, roomId, onLeave }: ResultsPageProps) {
  const { t } = useTranslation('results');
  const { t: common } = useTranslation('common');
  const text = useLocalText();
  const room = me.rooms.find(({ id }) => id === roomId);
  const { results, failed, busy, again, sign, release } = useResults(roomId);
  const examId = results?.examId;
  const [asked, setAsked] = useState<Asked>(null);
  const close = (): void => setAsked(null);
  const open = results ? openIn(results) : 0;
  const count = results?.results.length ?? 0;
  const isOut = results?.released != null;
  const why = failed?.no.refused === 'RESULTS_OPEN' ? failed.no.details?.['why'] : null;
  return (
    <OfficeFrame me={me} title={t('title')} onLeave={onLeave}>
      <div className={office.tools}>
        {room && <h2 className={styles.room}>{`${text(room.examTitle)} ${text(room.name)}`}</h2>}
        <span className={office.gap} />
        <ButtonLink href={`/staff/rooms/${roomId}`} kind="quiet" icon="door">
          {t('back')}
        </ButtonLink>
        <Button icon="undo" onClick={again}>
          {t('again')}
        </Button>
        <Button icon="print" onClick={() => window.print()}>
          {t('print')}
        </Button>
        {holds(me.role, 'release results') && examId && (
          <ButtonLink href={exportResults.path.replace(':examId', examId)} download icon="doc">
            {t('export')}
          </ButtonLink>
        )}
      </div>
      {Array.isArray(why) ? (
        <Banner mood="warn" role="alert">
          {t('notYet', { why: why.map((one: 'sheets') => t(`why.${one}`)).join(t('and')) })}
        </Banner>
      ) : (
        failed && <NoNote no={failed.no} requestId={failed.requestId} />
      )}
      {!results && !failed && <Waiting>{t('loading')}</Waiting>}
      {results && count === 0 && <p>{t('empty')}</p>}
      {results && count > 0 && (
        <>
          <Rule rule={results.rule} />
          <ResultTable results={results} />
          <Signatures results={results} />
          {!isOut && open > 0 && <p role="status">{t('open', { count: open })}</p>}
          <div className={styles.acts}>
            {!isOut && holds(me.role, 'sign results') && (
              <Button
                kind="primary"
                icon="edit"
                busy={busy}
                disabledReason={open > 0 ? t('open', { count: open }) : null}
                onClick={() => setAsked('sign')}
              >
                {t('sign')}
              </Button>
            )}
            {!isOut && holds(me.role, 'release results') && (
              <Button kind="primary" icon="lock" busy={busy} onClick={() => setAsked('release')}>
                {t('release')}
              </Button>
            )}
          </div>
        </>
      )}
      <Dialog
        open={asked !== null}
        onClose={close}
        title={t(asked ?? 'sign')}
        actions={
          <>
            <Button onClick={close}>{common('actions.cancel')}</Button>
            <Button
              kind="primary"
              onClick={() => {
                close();
                void (asked === 'release' ? release() : sign(results?.digest ?? ''));
              }}
            >
              {t(asked ?? 'sign')}
            </Button>
          </>
        }
      >
        <p>{asked === 'release' ? t('releaseQuestion') : t('signQuestion', { count })}</p>
      </Dialog>
    </OfficeFrame>
  );
}

function Rule({ rule }: Pick<Results, 'rule'>) {
  const { t } = useTranslation('results');
  const { dropExtremesFrom: from, askWhenApart: points } = rule;
  return (
    <p className={office.dim}>
      {from === null ? t('rule.plain') : t('rule.drop', { from })}{' '}
      {points !== null && t('rule.apart', { points })}
    </p>
  );
}
