/** When the video server fails and stages go on from browser to browser. */
export const video = {
  bridge: '视频服务从 {{time}} 起没有应答。',
  people: '{{count}} 个人连不上视频。',
  meaning: '考试和计时照常，只是双方可能看不到、听不到。改为直连后，正在进行的视频几秒内恢复，不用刷新页面。',
  others: '请有权限的同事在他的控制台上确认。',
  move: '全场视频改为直连',
  moved: '{{name}} 已在 {{time}} 把全场视频改为直连。下一位考生会先用原来的视频服务。',
  alone: '{{name}} 连不上视频服务，已在 {{time}} 自动改为直连。考试和计时照常。',
  candidate: '视频线路已经自动更换，几秒内恢复。',
  candidateNote: '考试照常，计时不变，您不用做什么。',
} as const;
