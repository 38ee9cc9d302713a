import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { IconButton } from '../../ui/IconButton';
import { useHelp } from './help-context';
import styles from './HelpButton.module.css';

/** On every page from signing in on. `worded` where the bar has room for the word. */
export function HelpButton({ worded = false }: { readonly worded?: boolean }) {
  const { t } = useTranslation('common');
  const { show, news } = useHelp();
  const label = t('actions.help');
  return (
    <span className={news ? styles.news : styles.still}>
      {worded ? (
        <Button kind="quiet" icon="help" aria-description={news ?? undefined} onClick={show}>
          {label}
        </Button>
      ) : (
        <IconButton icon="help" label={news ? `${label} · ${news}` : label} onClick={show} />
      )}
    </span>
  );
}
