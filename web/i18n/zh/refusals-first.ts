import type { RefusalText } from '../refusal-texts';

/** What a candidate may hear; loaded with his first page. */
export const refusalsFirst = {
  NOT_NOW: { what: '现在不是做这一步的时候，页面已经更新。', todo: '请按页面上的提示继续。' },
  TOO_EARLY: {
    what: '还没有到开放进入的时间。',
    exactly: '{{opensAt}} 开放进入。',
    todo: '请把设备接上电源，到时间后就可以进入。',
  },
  TOO_LATE: {
    what: '时间已过，这一步已经截止。',
    exactly: '{{closedAt}} 已经截止。',
    todo: '如有特殊情况，请拨打考务电话。',
  },
  ALREADY_OVER: { what: '本场考试已经结束，收到的内容都已保存。', todo: '可以查看或打印回执。' },
  ALREADY_DONE: {
    what: '已经有人先处理了这件事，没有重复执行。',
    exactly: '{{by}} 已在 {{at}} 处理了这件事，没有重复执行。',
    todo: '请看更新后的页面，再决定下一步。',
  },
  ROOM_CLOSED: { what: '考场现在没有开放。', todo: '请等待开放，或联系考务。' },
  SEB_REQUIRED: { what: '这场考试只能在 Safe Exam Browser 中进行。', todo: '请按页面上的说明安装并启动。' },
  SEB_KEY_WRONG: {
    what: 'Safe Exam Browser 的配置或版本与本场考试不符。',
    todo: '请用页面上的按钮重新启动它。',
  },
  REQUIREMENT_MISSING: {
    what: '这一步还有条件没有满足。',
    todo: '请按页面上的提示处理；做不到时，请老师帮忙。',
  },
  PLEDGE_CHANGED: { what: '承诺书有更新，您看到的不是最新的一份。', todo: '请重新读一遍，再确认同意。' },
  CHALLENGE_EXPIRED: { what: '这一次超过了时间，没有扣次数。', todo: '请重新开始人脸识别。' },
  NO_ATTEMPTS_LEFT: {
    what: '人脸识别的次数已经用完，这不影响您参加考试。',
    todo: '请继续下一步，稍后由老师核对身份证。',
  },
  STILL_COMPARING: { what: '上一次的画面还在核对。', todo: '请等几秒钟，结果会自动出现。' },
  STILLS_MISSING: { what: '服务器没有收到这次的画面，没有扣次数。', todo: '请重新拍一次。' },
  NO_MORE_TIME: { what: '这次邀请已经多给过 1 分钟。', todo: '请现在进入；没来得及也只是顺序往后移。' },
  SUPERSEDED: {
    what: '您的考试已在另一台设备上打开，这里不再起作用。',
    exactly: '{{since}} 起，您的考试在另一台设备上进行，这里不再起作用。',
    todo: '请用那台设备继续；如要回到这里，请选择“在这里继续”。',
  },
  POSITION_TAKEN: {
    what: '这个机位正由另一台设备使用。',
    exactly: '这个机位正由另一台设备使用，{{lastSeenAt}} 还在线。',
    todo: '请用那台设备继续，或选择“改用这台设备”。',
  },
  PAIRING_EXPIRED: {
    what: '这个二维码或配对码已经失效。',
    todo: '请在第一台设备上点“连接第二摄像头”，重新扫描。',
  },
  NO_SUCH_QUESTION: { what: '没有这道题，或这道题还没有下发。', todo: '请看更新后的题目列表。' },
  NOT_SIGNED_IN: { what: '登录已失效，已完成的内容都还在。', todo: '请重新登录。' },
  NOT_ALLOWED: { what: '当前账号不能做这件事。', todo: '请换有权限的账号，或联系考务。' },
  NOT_FOUND: { what: '没有找到要打开的内容。', todo: '请核对考试代码、准考证号或链接。' },
  WRONG_CREDENTIALS: {
    what: '考试代码、准考证号和口令对不上。',
    todo: '请对照准考证核对一遍，注意大小写和数字。',
  },
  SLOW_DOWN: {
    what: '尝试的次数太多，暂时停一下。',
    exactly: '尝试的次数太多，{{retryAt}} 以后可以再试。',
    todo: '请稍候再试；着急时，考务可以解除限制。',
  },
  MALFORMED: { what: '提交的内容格式不对，没有生效。', todo: '请检查标出的地方，或重新打开页面再试。' },
  NOT_AN_IMAGE: { what: '这张图片打不开。', todo: '请重新拍一张，或换成 JPG、PNG 格式。' },
  TOO_LARGE: { what: '文件太大，没有收下。', todo: '请重新拍一张，或换一个小一些的文件。' },
  NO_PAPER: { what: '试卷还没有放到这场考试里。', todo: '请在页面上等候，考务正在处理。' },
  CONFLICT: { what: '另一个页面先保存了答案。', todo: '请稍候，页面会把两边的答案合在一起。' },
  SHEETS_MISSING: { what: '还没有一份完整的答卷照片。', todo: '请拍好并确认，或等待上传完成。' },
  TAKE_QUOTA_SPENT: {
    what: '重录次数已经用完。',
    exactly: '可重录 {{quota}} 次，已经用完。',
    todo: '已经录好的内容还在，请预览后确认。',
  },
  SLICES_MISSING: { what: '这次录像还没有传到服务器。', todo: '请保持页面打开，上传后再确认。' },
  TOO_MANY_SHEETS: {
    what: '照片张数超过了规定。',
    exactly: '照片最多 {{limit}} 张。',
    todo: '请去掉多余的照片再提交。',
  },
  WRONG_TYPE: {
    what: '这个文件的格式和名称不符，或不能作为答卷。',
    todo: '请重新拍一张，或换成 JPG、PNG 格式。',
  },
  TOO_MANY_PIXELS: { what: '照片的尺寸太大，没有收下。', todo: '请在相机里调低分辨率后重拍。' },
  IMAGE_TRUNCATED: { what: '照片不完整，只收到了一部分。', todo: '请重新上传，或重新拍一张。' },
  IMAGE_UNREADABLE: { what: '这张照片无法读取。', todo: '请重新拍一张，格式选 JPG。' },
  DIGEST_DIFFERS: { what: '收到的照片和手机上的不一致。', todo: '请重新上传这一张。' },
  UNAVAILABLE: { what: '服务暂时连不上，已经收到的内容没有丢失。', todo: '请稍候再试，重复提交不会算两次。' },
  INTERNAL: {
    what: '系统出了差错，已经记录下来，不影响您已完成的内容。',
    todo: '请再试一次；还是这样，请把“详情”里的编号告诉考务。',
  },
} as const satisfies Record<string, RefusalText>;
