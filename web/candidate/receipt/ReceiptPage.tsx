import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { readReceipt } from '#contract/sitting';
import { insist } from '../../api/insist';
import { useApi } from '../../api/ApiProvider';
import { clockSeconds, day } from '../../i18n/times';
import { useLanguage, useLocalText } from '../../i18n/use-language';
import { Banner } from '../../ui/Banner';
import { PhoneLayout } from '../../ui/PhoneLayout';
import { Receipt } from '../../ui/Receipt';
import { useServerClock } from '../../ui/server-clock';
import { Waiting } from '../../ui/Waiting';
import { Tools } from '../help/Tools';
import { NetworkStrip } from '../parts/NetworkStrip';
import { NoNote } from '../../ui/NoNote';
import { useDocumentTitle } from '../parts/use-document-title';
import { useSitting } from '../sitting/sitting-context';
import { ReceivedList } from './ReceivedList';
import styles from './receipt.module.css';
import type { Refused } from '../../api/result';

type ReceiptAnswer = z.infer<typeof readReceipt.output>;

/** 2.1.9: over, cameras off; what was received and when. */
export function ReceiptPage() {
  const { t } = useTranslation('candidate');
  const { call } = useApi();
  const { view } = useSitting();
  const [receipt, setReceipt] = useState<ReceiptAnswer | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  useDocumentTitle(t('over.title'));
  const overAt = view?.over?.at;
  useEffect(() => {
    const control = new AbortController();
    void insist(() => call(readReceipt), { signal: control.signal }).then((result) => {
      if (result?.ok) setReceipt(result.value);
      else if (result) setRefused(result);
    });
    return () => control.abort();
  }, [call, overAt]);
  return (
    <PhoneLayout tools={<Tools />} strip={<NetworkStrip />}>
      <div className={styles.head}>
        <h1>{t('over.title')}</h1>
        <p>{t('over.meaning')}</p>
      </div>
      {view?.identity === 'person-will-look' && (
        <Banner icon="id" title={t('over.identity')}>
          {t('over.identityNote')}
        </Banner>
      )}
      {refused && <NoNote no={refused.no} requestId={refused.requestId} />}
      {receipt ? <Issued receipt={receipt} /> : !refused && <Waiting>{t('over.fetching')}</Waiting>}
    </PhoneLayout>
  );
}

function Issued({ receipt }: { readonly receipt: ReceiptAnswer }) {
  const { t } = useTranslation('candidate');
  const local = useLocalText();
  const language = useLanguage();
  const { zone } = useServerClock();
  const { exam, candidate, startedAt, over } = receipt;
  return (
    <Receipt
      institution={local(exam.institution)}
      exam={local(exam.title)}
      number={receipt.code}
      issuedAt={over.at}
      facts={[
        { label: t('home.candidate'), value: candidate.name },
        { label: t('home.ticketNumber'), value: candidate.ticket },
        { label: t('home.room'), value: local(receipt.room) },
        { label: t('over.day'), value: day(over.at, language, zone) },
        {
          label: t('over.span'),
          value: `${clockSeconds(startedAt, zone)} – ${clockSeconds(over.at, zone)}`,
        },
        { label: t('over.how'), value: t(`over.cause.${over.cause}`) },
      ]}
    >
      <ReceivedList items={receipt.items} />
    </Receipt>
  );
}
