import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { OpeningPage } from '../../ui/OpeningPage';
import { replaceAddress } from '../entry/route';
import { NoNote } from '../../ui/NoNote';
import { NoticePage } from '../parts/NoticePage';
import { OutOfReach } from '../parts/OutOfReach';
import { useDocumentTitle } from '../parts/use-document-title';
import { SecondPreview } from './SecondPreview';
import { usePairing, type PairBy } from './use-pairing';

interface PairingLinkProps {
  readonly by: PairBy;
  /** Back to typing; null where the link was scanned. */
  readonly onWrong: (() => void) | null;
}

/** What the code is for, then the picture, then joining. */
export function PairingLink({ by, onWrong }: PairingLinkProps) {
  const { t } = useTranslation('candidate');
  const { pairing, spending, spend } = usePairing(by);
  useDocumentTitle(t('pair.title'));
  switch (pairing.at) {
    case 'looking':
      return pairing.waitingFor ? <OutOfReach no={pairing.waitingFor} since={null} /> : <OpeningPage />;
    case 'first-device':
      return (
        <NoticePage
          icon="phone"
          mood="warn"
          title={t('pair.firstDevice')}
          foot={
            <Button kind="primary" wide onClick={() => replaceAddress('/')}>
              {t('pair.backToExam')}
            </Button>
          }
        >
          <p>
            <strong>{t('pair.firstDeviceSafe')}</strong>
          </p>
          <p>{t('pair.firstDeviceTodo')}</p>
        </NoticePage>
      );
    case 'refused':
      return (
        <NoticePage
          icon="qr"
          mood="warn"
          title={t('pair.notConnected')}
          foot={
            onWrong ? (
              <Button kind="primary" wide onClick={onWrong}>
                {t('pair.typeAgain')}
              </Button>
            ) : (
              <Button kind="primary" wide onClick={() => replaceAddress('/pair')}>
                {t('pair.byCode')}
              </Button>
            )
          }
        >
          <NoNote no={pairing.refused.no} requestId={pairing.refused.requestId} />
        </NoticePage>
      );
    case 'looked':
      return (
        <SecondPreview
          looked={pairing.looked}
          busy={spending}
          onConnect={async () => {
            if (await spend()) replaceAddress('/');
          }}
        />
      );
  }
}
