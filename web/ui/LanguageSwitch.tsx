import { useTranslation } from 'react-i18next';
import { switchLanguage } from '../i18n/start-texts';
import { useLanguage } from '../i18n/use-language';
import styles from './LanguageSwitch.module.css';

/** The other language, named in itself. Nothing that was typed or shown is lost by it. */
export function LanguageSwitch() {
  const { t } = useTranslation('common');
  const other = useLanguage() === 'zh' ? 'en' : 'zh';
  return (
    <button
      type="button"
      className={styles.button}
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      aria-label={t('language.switchToLabel')}
      onClick={() => void switchLanguage(other)}
    >
      {t('language.switchTo')}
    </button>
  );
}
