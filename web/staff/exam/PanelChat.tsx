import { useTranslation } from 'react-i18next';
import { holds } from '#protocol/policies';
import { Card } from '../../ui/Card';
import { MessageComposer } from '../../ui/MessageComposer';
import { Messages } from '../../ui/Messages';
import { useConsoleContext } from '../console/context';
import { useMessages, type Audience } from '../parts/use-messages';
import styles from './exam.module.css';

const panel: Audience = { audience: 'panel' };

/** What the examiners say among themselves. */
export function PanelChat() {
  const { t } = useTranslation('staff');
  const { me } = useConsoleContext();
  const { messages, send, retry } = useMessages(panel);
  return (
    <div className={styles.chat}>
      <Card grow title={t('exam.panel')} aside={<span className={styles.aside}>{t('exam.panelNote')}</span>}>
        <Messages label={t('exam.panel')} messages={messages} onRetry={retry} />
        {holds(me.role, 'write to the panel') && (
          <MessageComposer placeholder={t('exam.writePanel')} onSend={send} maxLength={1000} />
        )}
      </Card>
    </div>
  );
}
