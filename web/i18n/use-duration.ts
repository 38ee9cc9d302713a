import { useTranslation } from 'react-i18next';
import { split } from './times';

/** Says a duration in figures and words: `20 分钟`, `2 小时 30 分钟`, `45 秒`; `1 hour 5 minutes`. */
export function useDuration(): (ms: number) => string {
  const { t } = useTranslation('common');
  return (ms) => {
    const { hours, minutes, seconds } = split(ms);
    const said = [
      hours > 0 && t('duration.hours', { count: hours }),
      minutes > 0 && t('duration.minutes', { count: minutes }),
      (seconds > 0 || hours + minutes === 0) && t('duration.seconds', { count: seconds }),
    ];
    return said.filter(Boolean).join(' ');
  };
}
