import { useTranslation } from 'react-i18next';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { MessageComposer } from '../../ui/MessageComposer';
import { Messages } from '../../ui/Messages';
import type { HelpCall } from './use-help-call';
import styles from './HelpDesk.module.css';

/** Calls support, then talks with it. */
export function CallSupport({ help }: { readonly help: HelpCall }) {
  const { t } = useTranslation('help');
  const { call, talk, asking } = help;
  const isOpen = call !== null && call.closedAt === null;
  return (
    <section className={styles.part}>
      <h3>{t('support.title')}</h3>
      {!call && <p className={styles.note}>{t('support.lead')}</p>}
      <div role="status" className={styles.state}>
        {asking === 'failing' && <Banner mood="warn">{t('support.notSent')}</Banner>}
        {isOpen && !call.answeredBy && <Banner icon="clock">{t('support.waiting')}</Banner>}
        {isOpen && call.answeredBy && (
          <Banner mood="ok" icon="user">
            {t('support.answered', { name: call.answeredBy })}
          </Banner>
        )}
        {call && !isOpen && <Banner icon="check">{t('support.closed')}</Banner>}
      </div>
      {call && (isOpen || talk.messages.length > 0) && (
        <div className={styles.talk}>
          <Messages messages={talk.messages} label={t('support.talk')} onRetry={talk.retry} />
        </div>
      )}
      {isOpen ? (
        <>
          <MessageComposer placeholder={t('support.placeholder')} onSend={talk.send} first />
          <div className={styles.end}>
            <span className={styles.note}>{t('support.examGoesOn')}</span>
            <Button size="small" icon="check" onClick={help.solved}>
              {t('support.solved')}
            </Button>
          </div>
        </>
      ) : (
        <Button
          kind="primary"
          size="big"
          wide
          icon="hand"
          busy={asking !== 'no'}
          data-first
          onClick={help.ask}
        >
          {t(call ? 'support.callAgain' : 'support.call')}
        </Button>
      )}
    </section>
  );
}
