import { rosterFields, type RosterField } from '#contract/office-roster';

export type Columns = readonly (RosterField | null)[];

/** Titles as offices write them, without blanks and in lower case. */
const known: Readonly<Record<RosterField, readonly string[]>> = {
  ticket: ['准考证号', '准考证', '考号', '报名号', '考生号', 'ticket', 'ticketnumber', 'ticketno'],
  name: ['姓名', '考生姓名', '名字', 'name', 'fullname'],
  room: ['考场', '考场名称', '考场号', 'room'],
  idNumber: ['身份证', '身份证号', '身份证号码', '证件号', '证件号码', 'idnumber', 'id', 'idcard'],
  phone: ['手机', '手机号', '手机号码', '电话', '联系电话', '电话号码', 'phone', 'mobile', 'telephone'],
  extraMinutes: [
    '加时',
    '加时分钟',
    '延长时间',
    '加时(分钟)',
    '加时（分钟）',
    'extraminutes',
    'extratime',
    'extra',
  ],
};

/** What each title is taken for: the first of several that mean the same. */
export function columnsOf(titles: readonly string[]): Columns {
  const taken = new Set<RosterField>();
  return titles.map((title) => {
    const said = title.replace(/[\s_-]/g, '').toLowerCase();
    const field = rosterFields.find((each) => !taken.has(each) && known[each].includes(said)) ?? null;
    if (field) taken.add(field);
    return field;
  });
}

/** As the page says it: one word a column, empty for one that is passed over. Null where that is no such list. */
export function columnsIn(text: string, titles: readonly string[]): Columns | null {
  const words = text.split(',');
  const columns = words.map((word) => rosterFields.find((field) => field === word) ?? null);
  const named = columns.filter((field) => field !== null);
  const isWhole = words.length === titles.length && words.every((word, at) => word === '' || columns[at]);
  return isWhole && new Set(named).size === named.length ? columns : null;
}
