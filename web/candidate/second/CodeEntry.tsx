import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { PhoneLayout } from '../../ui/PhoneLayout';
import { TextField } from '../../ui/TextField';
import { Tools } from '../help/Tools';
import { codeOf } from '../pairing/short-code';
import { useDocumentTitle } from '../parts/use-document-title';
import styles from './second.module.css';

interface CodeEntryProps {
  readonly onCode: (code: string) => void;
  readonly onScan: () => void;
}

/** For phones that do not scan: the address was typed, now the six figures; or our own scanner. */
export function CodeEntry({ onCode, onScan }: CodeEntryProps) {
  const { t } = useTranslation('candidate');
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  useDocumentTitle(t('pair.title'));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const code = codeOf(typed);
    setWrong(code === null);
    if (code) onCode(code);
  };
  return (
    <PhoneLayout
      tools={<Tools />}
      foot={
        <>
          <Button kind="primary" wide type="submit" form="pair-code" iconAfter="right">
            {t('pair.next')}
          </Button>
          <Button wide icon="scan" onClick={onScan}>
            {t('pair.scan')}
          </Button>
        </>
      }
    >
      <div className={styles.head}>
        <h1>{t('pair.title')}</h1>
        <p>{t('pair.codeLead')}</p>
      </div>
      <form id="pair-code" noValidate onSubmit={submit}>
        <TextField
          label={t('pair.code')}
          hint={t('pair.codeHint')}
          error={wrong && t('pair.codeWrong')}
          value={typed}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          onChange={(event) => setTyped(event.target.value)}
        />
      </form>
    </PhoneLayout>
  );
}
