import type { RefusalText } from '../refusal-texts';

/** What only staff and the office may hear. */
export const refusalsOffice = {
  ROOM_OCCUPIED: {
    what: '考场里还有一位考生，现在不能再让一位进入。',
    exactly: '{{by}} 已在 {{at}} 邀请了一位考生，考场还没有空出。',
    todo: '考场空出后，再邀请下一位或重新开放。',
  },
  CANDIDATE_AWAY: {
    what: '考生请了几分钟，暂时不接受邀请。',
    exactly: '考生请了几分钟，{{until}} 之前不接受邀请。',
    todo: '可以先邀请下一位，或由候考官直接呼叫。',
  },
  MUST_BE_CALLED: { what: '考生已经错过两次邀请。', todo: '请候考官先与考生通话，再呼叫进入。' },
  REASON_NEEDED: { what: '这样做需要写明理由，理由会记录下来。', todo: '请填写理由后再试。' },
  SECOND_PERSON_NEEDED: {
    what: '这个决定需要第二个人复核，不能由同一个人完成。',
    todo: '请另一位工作人员登录后复核。',
  },
  UNDO_EXPIRED: { what: '已过 10 秒，不能再撤回。', todo: '需要时，请主考官或考务重新开放这场考试。' },
  SCORE_SEALED: { what: '评分已经提交，可以查看，不能修改。', todo: '确需更正时，请联系考务。' },
  SCORE_INCOMPLETE: { what: '还有评分项没有填，或分数超出范围。', todo: '请把标出的项目补全后再提交。' },
  RESULTS_OPEN: { what: '还有成绩单、签字或身份核验没有完成。', todo: '请看页面上列出的项目。' },
  RESULTS_CHANGED: { what: '成绩刚刚有变动，还没有签字。', todo: '请看更新后的成绩，再签字。' },
  RESULTS_RELEASED: { what: '成绩已经公布，不能再修改。', todo: '确需更正时，请联系考务。' },
  PAPER_FAULTY: { what: '试卷文件里有错误，没有保存。', todo: '请修改标出的地方后再上传。' },
  PAPER_UNFIT: { what: '这份试卷不适合这个环节。', todo: '在线作答需要题目试卷，请换一份。' },
  FLOW_FAULTY: { what: '流程文件里有错误，没有发布。', todo: '请修改标出的行后再发布。' },
  VERSION_PUBLISHED: { what: '已发布的版本不能修改。', todo: '请另存为下一版再发布。' },
  FORM_FAULTY: { what: '填写的内容有错误，没有保存。', todo: '请按每一项下面的提示修改。' },
  EXAM_NOT_READY: { what: '考试还不能开放。', todo: '请按检查清单逐项处理，再开放。' },
  EXAM_UNDER_WAY: {
    what: '已经有考生开始考试，这样改会影响他们。',
    todo: '没有修改。请等他们结束，或只改其他内容。',
  },
  ROSTER_FAULTY: { what: '名单有错误，没有导入。', todo: '请按列出的行改好文件，再重新选择。' },
} as const satisfies Record<string, RefusalText>;
