import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { judgeSpace, readSpace, type SpaceWord } from '../../../media/recorder/space';
import { Banner } from '../../../ui/Banner';
import { BITS_PER_SECOND } from './bit-rates';

/** Said before it matters: a full disk together with a lost network is what could cost something. */
export function SpaceNote({ seconds }: { readonly seconds: number }) {
  const { t } = useTranslation('recording');
  const [word, setWord] = useState<SpaceWord>('unknown');
  useEffect(() => {
    let stopped = false;
    const need = { seconds, bitsPerSecond: BITS_PER_SECOND[1] };
    void readSpace(navigator.storage).then((estimate) => {
      if (!stopped) setWord(judgeSpace(estimate, need));
    });
    return () => {
      stopped = true;
    };
  }, [seconds]);
  if (word !== 'tight') return null;
  return (
    <Banner shape="strip" mood="warn" role="status" title={t('space.tight')}>
      {t('space.tightNote')}
    </Banner>
  );
}
