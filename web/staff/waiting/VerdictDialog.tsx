import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsoleRow } from '#protocol/live.schema';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/TextField';
import { IdentityPair, type IdentityPairProps } from './IdentityPair';
import type { Identity, Verdict } from './use-identity';
import { StaffNote } from '../parts/StaffNote';

interface VerdictDialogProps {
  readonly row: ConsoleRow;
  readonly verdict: Verdict;
  readonly identity: Identity;
  readonly pair: IdentityPairProps;
  readonly onClose: () => void;
}

/** A decision that stands wants a second look: whom it is about, by what, and what follows from it. */
export function VerdictDialog({ row, verdict, identity, pair, onClose }: VerdictDialogProps) {
  const { t } = useTranslation('staff');
  const { t: common } = useTranslation('common');
  const [note, setNote] = useState('');
  const decide = async (): Promise<void> => {
    if (await identity.decide(verdict, note)) onClose();
  };
  return (
    <Dialog
      open
      size="wide"
      title={t('identity.confirmTitle', { name: row.name, verdict: t(`identity.${verdict}`) })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common('actions.cancel')}</Button>
          <Button kind="primary" busy={identity.busy === verdict} onClick={() => void decide()}>
            {t('identity.confirm')}
          </Button>
        </>
      }
    >
      {identity.refused && <StaffNote refused={identity.refused} />}
      <IdentityPair {...pair} />
      <TextField
        label={t('identity.note')}
        value={note}
        maxLength={1000}
        onChange={(event) => setNote(event.target.value)}
      />
      <p>{t(`identity.means.${verdict}`)}</p>
    </Dialog>
  );
}
