/** On every page of a candidate: help, the network. */
export const always = {
  offline: {
    strip: '网络断开了，请继续。',
    awayStrip: '服务器暂时连不上，请继续。',
    kept: '您已完成的步骤都在服务器上，连上后自动继续。计时照常，断开的时间会报给老师。',
    keptCommand: '您刚才的操作存在这台设备上，连上后自动送出，不会重复。',
    openTitle: '还没有连上网络',
    openTodo: '请检查这台设备的网络。连上后，这一页会自动打开。',
    awayTitle: '服务器暂时连不上',
    awayTodo: '不是您的问题。请不要关闭页面，恢复后会自动打开。',
    safe: '您已完成的内容都保存在服务器上。',
    trying: '正在重新连接',
  },
} as const;
