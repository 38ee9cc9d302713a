import { PhoneLayout } from '../PhoneLayout';
import { Receipt } from '../Receipt';

export function ReceiptPage() {
  return (
    <PhoneLayout>
      <Receipt
        institution="明州大学 · 研究生院"
        exam="2026 年硕士研究生招生复试 · 视觉传达设计"
        number="MZ-0427-7Q2K"
        issuedAt={Date.UTC(2026, 2, 28, 2, 34, 12)}
        facts={[
          { label: '考生', value: '林晓雨' },
          { label: '准考证号', value: '2026 0315 0427' },
          { label: '考场', value: '第 3 考场' },
          { label: '面试', value: '10:14:02 – 10:34:02，共 20 分钟' },
          { label: '题目', value: '第 1、2、3 题已查看' },
        ]}
      />
    </PhoneLayout>
  );
}
