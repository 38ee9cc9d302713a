import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createExam, type ExamForm } from '#contract/office-exams';
import { useApi } from '../../api/ApiProvider';
import { DEFAULT_ZONE } from '../../i18n/times';
import { OfficeFrame } from '../../office/OfficeFrame';
import { Card } from '../../ui/Card';
import { ExamFormFoot } from './ExamFormFoot';
import { ExamFields } from './ExamFields';
import type { OfficePageProps } from './OfficePages';
import { OfficeNav } from './OfficeNav';
import { useAct } from './use-act';
import { fromZoned, toZoned } from './zoned-time';

const HOUR = 3_600_000;
const none = { zh: '', en: '' };

/** Tomorrow at nine, for a morning. */
function emptyForm(): ExamForm {
  const tomorrow = toZoned(Date.now() + 24 * HOUR, DEFAULT_ZONE).slice(0, 10);
  const opensAt = fromZoned(`${tomorrow}T09:00`, DEFAULT_ZONE) ?? Date.now();
  return {
    ...{ code: '', title: none, institution: none, notices: none, phone: '', timeZone: DEFAULT_ZONE },
    backupText: {
      zh: '页面暂时连不上服务器。请留在座位上，不要关闭页面，并拨打考务电话。',
      en: 'The page cannot reach the server at the moment. Stay seated, keep this page open and call the exam office.',
    },
    ...{ opensAt, entryClosesAt: opensAt + HOUR, closesAt: opensAt + 4 * HOUR },
    ...{ flowVersionId: null, videoProvider: 'direct', retentionDays: 180 },
  };
}

/** An exam from nothing: a draft that nobody can enter. */
export function NewExamPage({ me, onLeave }: OfficePageProps) {
  const { t } = useTranslation('examOffice');
  const { call } = useApi();
  const [form, setForm] = useState(emptyForm);
  const making = useAct();
  const create = async (): Promise<void> => {
    const made = await making.act(() => call(createExam, { body: form }));
    if (made) window.location.assign(`/admin/exams/${made.id}`);
  };
  return (
    <OfficeFrame me={me} title={t('form.newTitle')} onLeave={onLeave}>
      <OfficeNav here="exams" />
      <Card title={t('form.newTitle')} size="roomy">
        <ExamFields form={form} faults={making.faults} onChange={setForm} />
        <ExamFormFoot act={making} word={t('form.create')} onPress={() => void create()} />
      </Card>
    </OfficeFrame>
  );
}
