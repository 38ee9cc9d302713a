import { useTranslation } from 'react-i18next';
import { Band } from './Band';
import { useRehearsal } from './use-rehearsal';
import { useTake } from './use-take';

/** The second camera's part: it records when the first begins, and says so. */
export function SecondRehearsal() {
  const { t } = useTranslation('rehearsal');
  const rehearsing = useRehearsal();
  const { phase } = useTake(rehearsing);
  const recording = phase === 'counting' || phase === 'recording' || phase === 'sending';
  return (
    <Band>
      <span role="status">
        {t(recording ? 'second.recording' : phase === 'sent' ? 'second.sent' : 'second.band')}
      </span>
    </Band>
  );
}
