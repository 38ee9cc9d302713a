import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WayOut } from '../../media/in-app-browser';
import { Button } from '../../ui/Button';
import { PhoneLayout } from '../../ui/PhoneLayout';
import { Tools } from '../help/Tools';
import { useDocumentTitle } from '../parts/use-document-title';
import { OpenInBrowserPicture } from './OpenInBrowserPicture';
import styles from './second.module.css';

/** Copies where the browser lets it; else the address stands selected to be copied by hand. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Inside WeChat and other apps the camera stays closed: how to open the page in a browser. Nothing is spent by it. */
export function WayOutPage({ way }: { readonly way: WayOut }) {
  const { t } = useTranslation('candidate');
  const { t: common } = useTranslation('common');
  const [copied, setCopied] = useState(false);
  useDocumentTitle(t('wayOut.title'));
  const browser = way.phone === 'iphone' ? 'iphone' : 'android';
  return (
    <PhoneLayout
      tools={<Tools />}
      foot={
        <Button
          kind="primary"
          wide
          icon="copy"
          onClick={() => void copy(window.location.href).then(setCopied)}
        >
          {copied ? common('actions.copied') : t('wayOut.copy')}
        </Button>
      }
    >
      <div className={styles.head}>
        <h1>{t('wayOut.title')}</h1>
        <p>{t('wayOut.lead')}</p>
      </div>
      <OpenInBrowserPicture phone={browser} />
      <ol className={styles.ways}>
        <li>{t(`wayOut.${browser}.first`)}</li>
        <li>{t(`wayOut.${browser}.second`)}</li>
      </ol>
      <p className={styles.note}>{t('wayOut.orCopy')}</p>
      <p className={styles.address}>{window.location.href}</p>
    </PhoneLayout>
  );
}
