import { moreTexts } from '../../../../i18n/start-texts';
import { wordedPage } from '../../../parts/lazy-page';

/** Parcels of their own: who writes on the screen never loads them. */
export const lateSheets = {
  Page: wordedPage(async () => {
    const [{ SheetsPage }] = await Promise.all([import('./SheetsPage'), moreTexts('sheets')]);
    return SheetsPage;
  }).Page,
  Paper: wordedPage(async () => {
    const [{ PhotographedPaper }] = await Promise.all([
      import('./PhotographedPaper'),
      moreTexts('sheets'),
      moreTexts('paper'),
    ]);
    return PhotographedPaper;
  }).Page,
  PensDown: wordedPage(async () => {
    const [{ PensDownHere }] = await Promise.all([import('./PensDownHere'), moreTexts('sheets')]);
    return PensDownHere;
  }).Page,
} as const;
