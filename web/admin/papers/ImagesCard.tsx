import { useRef, useState, type ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { putPaperImage } from '#contract/papers';
import { useApi } from '../../api/ApiProvider';
import type { Refused } from '../../api/result';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { NoNote } from '../../ui/NoNote';
import type { PaperList } from './use-papers';
import styles from './papers.module.css';

interface ImagesCardProps {
  readonly examId: string;
  readonly images: PaperList['images'];
  readonly onChanged: () => Promise<void>;
}

/** Names that a text of a paper can call an image by. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}\.(png|jpe?g|webp)$/i;

/** Images that the texts of papers name; they come before the paper that names them. */
export function ImagesCard({ examId, images, onChanged }: ImagesCardProps) {
  const { t } = useTranslation('paperAdmin');
  const { call } = useApi();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [unfit, setUnfit] = useState<readonly string[]>([]);
  const [failed, setFailed] = useState<(Refused & { readonly name: string }) | null>(null);
  const put = async (files: readonly File[]): Promise<void> => {
    setBusy(true);
    setFailed(null);
    setUnfit(files.filter(({ name }) => !NAME.test(name)).map(({ name }) => name));
    for (const file of files.filter(({ name }) => NAME.test(name))) {
      const result = await call(putPaperImage, { params: { examId, name: file.name }, body: file });
      if (!result.ok) {
        setFailed({ ...result, name: file.name });
        break;
      }
    }
    setBusy(false);
    await onChanged();
  };
  const chosen = (event: ChangeEvent<HTMLInputElement>): void => {
    const files = [...(event.target.files ?? [])];
    event.target.value = '';
    if (files.length > 0) void put(files);
  };
  return (
    <Card title={t('images.title')}>
      <p className={styles.dim}>{t('images.note')}</p>
      <div>
        <Button icon="upload" busy={busy} onClick={() => input.current?.click()}>
          {t('images.choose')}
        </Button>
        <input
          ref={input}
          hidden
          multiple
          type="file"
          accept=".png,.jpg,.jpeg,.webp"
          aria-label={t('images.choose')}
          onChange={chosen}
        />
      </div>
      <div aria-live="polite">
        {unfit.length > 0 && (
          <Banner mood="warn" title={t('images.unfit')}>
            {unfit.join(' · ')}
          </Banner>
        )}
        {failed && (
          <>
            <p className={styles.file}>{failed.name}</p>
            <NoNote no={failed.no} requestId={failed.requestId} />
          </>
        )}
      </div>
      {images.length > 0 && (
        <ul className={styles.lines}>
          {images.map(({ name, width, height }) => (
            <li key={name} className={styles.image}>
              <code>{`![](${name})`}</code>
              <span className={styles.dim}>{`${width} × ${height}`}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
