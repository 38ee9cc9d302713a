import 'i18next';
import type { admin } from './zh/admin';
import type { candidate } from './zh/candidate';
import type { common } from './zh/common';
import type { refusals } from './zh/refusals';
import type { staff } from './zh/staff';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      common: typeof common;
      candidate: typeof candidate;
      staff: typeof staff;
      admin: typeof admin;
      refusals: typeof refusals;
    };
  }
}
