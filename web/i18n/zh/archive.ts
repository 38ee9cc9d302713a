/** Taking an exam away as an archive that anybody can check. */
export const archive = {
  title: '考试档案',
  lead: '档案是一个文本文件，包含考试的全部记录：操作、指令、消息、成绩单和照片。每一行的校验值都包含上一行，改动、增加或删除任何一行都能查出来。',
  check: '核对方法：在本系统的文件夹里运行下面的命令，显示的最后校验值应与登记的一致。',
  take: '下载档案',
  none: '还没有考试。',
  loading: '正在读取……',
  progress: '已开始 {{begun}} 人，已结束 {{ended}} 人',
  closes: '{{time}} 结束',
  early: '还有考生没有结束，现在下载的档案不完整。',
  nothing: '还没有考生开始，没有可以存档的内容。',
  taken: '已登记的档案',
  notTaken: '还没有下载过。下载完成后，这里登记最后校验值。',
  by: '{{time}} {{name}}',
  lines: '{{count}} 行',
  oneSitting: '单个考生',
  head: '最后校验值',
} as const;
