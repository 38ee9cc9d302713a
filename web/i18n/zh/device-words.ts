/** What can be wrong with a device, what a browser lacks, and what to do about it. */
export const deviceWords = {
  resume: {
    title: '点一下，恢复画面',
    meaning: '刚才的来电或锁屏让摄像头停了。您的考试还在进行，什么都没有丢。',
    action: '恢复摄像头和麦克风',
  },
  faults: {
    'insecure-context': {
      what: '这个网址不是安全连接，浏览器不让使用摄像头。',
      todo: '请使用以 https 开头的网址，或扫描考场提供的二维码。',
    },
    'no-camera-api': {
      what: '这个浏览器不能使用摄像头。',
      todo: '请换用 Chrome、Edge、Safari 或手机自带的浏览器打开。',
    },
    'no-camera': { what: '没有找到摄像头。', todo: '请接上摄像头，或换一台有摄像头的设备。' },
    'no-microphone': { what: '没有找到麦克风。', todo: '请接上麦克风或耳机，再试一次。' },
    'permission-denied': {
      what: '还没有允许使用摄像头和麦克风。',
      todo: '请再试一次，在弹出的窗口中选择“允许”。',
    },
    'permission-blocked': {
      what: '浏览器以前被设为不允许使用摄像头或麦克风。',
      todo: '请点地址栏左侧的图标，把摄像头和麦克风改为“允许”，再重新打开页面。',
    },
    'permission-system': {
      what: '系统设置不允许浏览器使用摄像头或麦克风。',
      todo: '请在系统的隐私设置里允许这个浏览器，再试一次。',
    },
    'camera-busy': { what: '摄像头正被另一个程序使用。', todo: '请关闭其他会议、直播或拍照程序，再试一次。' },
    'microphone-busy': { what: '麦克风正被另一个程序使用。', todo: '请关闭其他会议或录音程序，再试一次。' },
    'camera-ended': { what: '摄像头断开了。', todo: '请检查连接线，或点“恢复”重新打开。' },
    'black-frames': { what: '画面是黑的。', todo: '请打开摄像头盖，或移开挡住镜头的东西。' },
    'rear-camera': { what: '现在用的是后置摄像头。', todo: '请切换到前置摄像头，让老师看到您。' },
    'silent-microphone': { what: '麦克风没有声音。', todo: '请检查是否静音，或换一个麦克风，说几句话试试。' },
    'camera-muted': { what: '摄像头被来电或锁屏暂停了。', todo: '请回到这个页面，点一下恢复。' },
    'unknown-fault': {
      what: '摄像头或麦克风没有打开。',
      todo: '请再试一次；还是这样，请重启浏览器或换一台设备。',
    },
  },
  lacks: {
    'insecure-context': { what: '这个网址不是安全连接。', todo: '请使用以 https 开头的网址。' },
    'no-camera-api': {
      what: '这个浏览器不能使用摄像头。',
      todo: '请换用 Chrome、Edge、Safari 或手机自带的浏览器。',
    },
    'no-webrtc': { what: '这个浏览器不支持视频通话。', todo: '请升级浏览器，或换用 Chrome、Edge、Safari。' },
    'no-event-stream': { what: '这个浏览器收不到考场的通知。', todo: '请升级浏览器后再进入。' },
    'no-storage': { what: '这个浏览器不能保存作答内容。', todo: '请关闭无痕模式，或换一个浏览器。' },
    'no-crypto': { what: '这个浏览器缺少安全功能。', todo: '请使用以 https 开头的网址，或升级浏览器。' },
    'no-sound': { what: '这个浏览器不能播放提示音。', todo: '请留意屏幕，轮到您时页面会显示邀请。' },
    'no-recorder': { what: '这个浏览器不能录制视频。', todo: '需要录制的考试，请升级浏览器或换一台设备。' },
    'no-wake-lock': { what: '这个浏览器不能让屏幕常亮。', todo: '请在系统设置里把自动锁屏时间调长。' },
    'no-tab-locks': { what: '这个浏览器不能识别重复打开的页面。', todo: '请只打开一个考试页面。' },
    'no-screen-share': { what: '这台设备不能共享屏幕。', todo: '需要共享屏幕的考试，请使用电脑。' },
  },
} as const;
