import 'i18next';
import type { admin } from './zh/admin';
import type { archive } from './zh/archive';
import type { candidate } from './zh/candidate';
import type { common } from './zh/common';
import type { examOffice } from './zh/exam-office';
import type { help } from './zh/help';
import type { paper } from './zh/paper';
import type { paperAdmin } from './zh/paper-admin';
import type { paperStaff } from './zh/paper-staff';
import type { proctored } from './zh/proctored';
import type { results } from './zh/results';
import type { refusals } from './zh/refusals';
import type { staff } from './zh/staff';
import type { secretary } from './zh/secretary';
import type { recording } from './zh/recording';
import type { sheets } from './zh/sheets';
import type { rehearsal } from './zh/rehearsal';
import type { support } from './zh/support';
import type { time } from './zh/time';
import type { video } from './zh/video';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      common: typeof common;
      candidate: typeof candidate;
      staff: typeof staff;
      admin: typeof admin;
      archive: typeof archive;
      results: typeof results;
      examOffice: typeof examOffice;
      help: typeof help;
      paper: typeof paper;
      paperStaff: typeof paperStaff;
      paperAdmin: typeof paperAdmin;
      sheets: typeof sheets;
      proctored: typeof proctored;
      support: typeof support;
      recording: typeof recording;
      rehearsal: typeof rehearsal;
      secretary: typeof secretary;
      time: typeof time;
      refusals: typeof refusals;
      video: typeof video;
    };
  }
}
