import type { StaffMe } from '../../api/use-me';
import { ExamListPage } from './ExamListPage';
import { ExamPage } from './ExamPage';
import { NewExamPage } from './NewExamPage';
import { StaffPage } from './StaffPage';

export interface OfficePageProps {
  readonly me: StaffMe;
  readonly onLeave: () => void;
}

/** Which of the office's pages an address means. */
export function OfficePages(props: OfficePageProps) {
  const [, , first, second] = window.location.pathname.split('/');
  if (first === 'staff') return <StaffPage {...props} />;
  if (second === 'new') return <NewExamPage {...props} />;
  return second ? <ExamPage {...props} examId={second} /> : <ExamListPage {...props} />;
}
