import { useState } from 'react';
import { Banner } from '../Banner';
import { Bar } from '../Bar';
import { Button } from '../Button';
import { ButtonLink } from '../ButtonLink';
import { Card } from '../Card';
import { Check } from '../Check';
import { Choice } from '../Choice';
import { Clock } from '../Clock';
import { DeviceRow } from '../DeviceRow';
import { Dialog } from '../Dialog';
import { ErrorNote } from '../ErrorNote';
import { Icon } from '../Icon';
import { IconButton } from '../IconButton';
import { iconPaths, type IconName } from '../icon-paths';
import { LanguageSwitch } from '../LanguageSwitch';
import { LevelMeter } from '../LevelMeter';
import { Paper } from '../Paper';
import { Pill } from '../Pill';
import { QrCode } from '../QrCode';
import { Segmented } from '../Segmented';
import { Select } from '../Select';
import { ServerTime } from '../ServerTime';
import { TextArea } from '../TextArea';
import { TextField } from '../TextField';
import { Waiting } from '../Waiting';
import styles from './gallery.module.css';

const names = Object.keys(iconPaths).filter((name): name is IconName => name in iconPaths);
const start = Date.now();

function Buttons({ theme }: { readonly theme: 'hall' | 'stage' }) {
  return (
    <section className={styles.box} data-theme={theme}>
      <div className={styles.row}>
        <Button kind="primary" iconAfter="right">
          开始人脸识别
        </Button>
        <Button icon="mic">麦克风已开</Button>
        <Button kind="quiet" icon="help">
          求助
        </Button>
        <Button kind="danger" icon="exit">
          结束面试
        </Button>
        <Button kind="hot" size="big" icon="doc">
          查看题目
        </Button>
        <Button kind="rec" size="big" icon="stop">
          结束录制
        </Button>
        <Button kind="primary" busy>
          提交答卷
        </Button>
        <Button kind="primary" disabledReason="考场约 3 分钟后空出">
          邀请林晓雨
        </Button>
        <Button size="small">免除…</Button>
        <ButtonLink href="tel:05740000" icon="phone-call">
          考务电话
        </ButtonLink>
      </div>
      <div className={styles.row}>
        <Clock deadlineAt={start + 816_000} totalMs={1_200_000} size="big" />
        <Clock deadlineAt={start + 200_000} totalMs={1_200_000} extendedMs={180_000} />
        <Clock deadlineAt={start + 45_000} totalMs={1_200_000} />
        <Clock deadlineAt={null} remainingMs={500_000} totalMs={1_200_000} />
        <Clock deadlineAt={start - 1} totalMs={1_200_000} size="small" bare />
      </div>
      <div className={styles.row}>
        <Pill icon="check" mood="ok">
          已就绪
        </Pill>
        <Pill icon="alert" mood="warn">
          第二摄像头断开
        </Pill>
        <Pill icon="alert" mood="bad">
          人脸识别未通过
        </Pill>
        <Pill icon="door" mood="accent">
          考场内：王一帆
        </Pill>
        <Pill icon="clock">待核对</Pill>
        <LevelMeter level={0.6} bars={16} words />
        <LevelMeter level={0.05} words />
      </div>
    </section>
  );
}

export function ControlsPage() {
  const [open, setOpen] = useState(false);
  const [side, setSide] = useState<'form' | 'yaml'>('form');
  return (
    <div>
      <Bar title="2026 年硕士研究生招生复试 · 视觉传达设计" place="第 3 考场 · 候考区">
        <span>林晓雨</span>
        <ServerTime />
        <LanguageSwitch />
        <Button kind="quiet" icon="help">
          求助
        </Button>
      </Bar>
      <Banner
        mood="warn"
        shape="strip"
        icon="wifi-off"
        title="网络断开了，请继续答题。"
        action="已断开 00:41，正在重连"
      >
        您写的每个字都存在这台电脑上。
      </Banner>
      <main className={styles.page} id="main">
        <Buttons theme="hall" />
        <Buttons theme="stage" />
        <div className={styles.columns}>
          <Card title="登录" aside={<Pill icon="lock">口令登录</Pill>} size="roomy">
            <TextField label="考试代码" placeholder="例如 MZ2026" hint="在准考证左上角" />
            <TextField label="准考证号" defaultValue="2026 0315" error="请填 12 位数字" inputMode="numeric" />
            <Select
              label="摄像头"
              options={[
                { value: 'a', text: '内置摄像头' },
                { value: 'b', text: 'USB 摄像头' },
              ]}
            />
            <TextArea label="评语" aside="12 / 300" defaultValue="思路清楚。" />
            <Check defaultChecked>我已阅读并同意</Check>
            <Check disabledReason="请先读到末尾">我同意以上承诺</Check>
            <Segmented
              label="看法"
              value={side}
              onChange={setSide}
              options={[
                { value: 'form', text: '表单' },
                { value: 'yaml', text: 'YAML' },
              ]}
            />
            <Waiting>正在核对，请稍候</Waiting>
          </Card>
          <Card title="设备" size="roomy">
            <DeviceRow icon="camera" name="第一摄像头" state="fine" />
            <DeviceRow icon="phone" name="第二摄像头" state="warn" word="31%，请充电" />
            <DeviceRow
              icon="mic"
              name="麦克风"
              state="failed"
              word="没有声音"
              todo="请检查是否静音，或换一个麦克风。"
              onHowTo={() => setOpen(true)}
            />
            <DeviceRow icon="wifi" name="网络" state="checking" />
            <Banner mood="ok" title="两种方式都可以参加考试" />
            <Banner mood="bad" title="视频服务中断">
              已切换到备用通道。
            </Banner>
            <ErrorNote refusal={{ refused: 'TOO_EARLY', details: { opensAt: start } }} requestId="01J8-K2" />
            <ErrorNote refusal={{ refused: 'WRONG_CREDENTIALS' }} />
            <Choice icon="retake" title="再试一次" note="约 30 秒，还可以试 2 次" />
            <Choice icon="id" title="继续，稍后由老师核对" note="请准备身份证，核对后再公布成绩" />
            <Button onClick={() => setOpen(true)}>打开窗口</Button>
          </Card>
          <div className={styles.column}>
            <Paper title="考试承诺书">
              <p>本人自愿参加本次考试，承诺遵守考试纪律，独立完成作答。</p>
              <p>考试过程中不使用任何辅助手段，不向他人传播考题。</p>
            </Paper>
            <QrCode text="https://192.168.1.20:8443/pair/K7Q2M4" />
          </div>
        </div>
        <div className={styles.icons}>
          {names.map((name) => (
            <span key={name} className={styles.icon}>
              <Icon name={name} />
              {name}
            </span>
          ))}
        </div>
        <IconButton icon="send" label="发送" kind="plain" />
      </main>
      <Dialog
        open={open}
        title="结束林晓雨的面试？"
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>取消</Button>
            <Button kind="danger">结束面试</Button>
          </>
        }
      >
        <p>结束后 10 秒内可以撤回。考生会收到回执。</p>
      </Dialog>
    </div>
  );
}
