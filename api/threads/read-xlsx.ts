import readExcelFile from 'read-excel-file/node';
import type { BoundedResult } from './bounded-tasks';

/** All sheets of a workbook as rows of cells. */
export async function readXlsx(bytes: Uint8Array): Promise<BoundedResult['xlsx']> {
  const sheets = await readExcelFile(Buffer.from(bytes));
  return sheets.map(({ sheet, data }) => ({ sheet, rows: data }));
}
