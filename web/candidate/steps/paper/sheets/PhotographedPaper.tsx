import { useTranslation } from 'react-i18next';
import type { DispatchedPaper } from '#contract/answers';
import { PaperFrame } from '../PaperFrame';
import { PdfSheets } from '../PdfSheets';
import { Card } from '../../../../ui/Card';
import { Waiting } from '../../../../ui/Waiting';
import { DeskSheets } from './DeskSheets';
import { PensDown } from './PensDown';
import { isPhotographing, type PhotographedView } from './phases';
import { QuestionsToRead } from './QuestionsToRead';
import { SheetsBoard } from './SheetsBoard';
import { SheetsFoot } from './SheetsFoot';
import { useSheets } from './use-sheets';
import styles from './sheets.module.css';

interface PhotographedPaperProps {
  readonly view: PhotographedView;
  readonly paper: DispatchedPaper;
}

/** 2.2.1 a on position 1: the paper to read, and the sheets, taken here or on the phone. */
export function PhotographedPaper({ view, paper }: PhotographedPaperProps) {
  const here = view.position === 1;
  return (
    <PaperFrame
      handIn={view.phase === 'open' ? <PensDown /> : undefined}
      side={<DeskSheets view={view} />}
      main={
        <>
          {here && isPhotographing(view) && <SheetsHere view={view} />}
          {paper.form === 'pdf' ? (
            <PdfSheets paper={paper} print={view.print} />
          ) : (
            <QuestionsToRead paper={paper} />
          )}
        </>
      }
    />
  );
}

/** Position 1 photographs itself, or chooses pictures that came to it by cable. */
function SheetsHere({ view }: { readonly view: PhotographedView }) {
  const { t } = useTranslation('sheets');
  const sheets = useSheets(view);
  return (
    <Card title={t('title')}>
      {sheets ? (
        <div className={styles.here}>
          <SheetsBoard {...sheets} view={view} camera={window.matchMedia('(pointer: coarse)').matches} />
          <SheetsFoot {...sheets} view={view} />
        </div>
      ) : (
        <Waiting>{t('opening')}</Waiting>
      )}
    </Card>
  );
}
