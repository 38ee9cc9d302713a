import { useState } from 'react';
import { Bar } from '../Bar';
import { Button } from '../Button';
import { CameraFrame } from '../CameraFrame';
import { Card } from '../Card';
import { Clock } from '../Clock';
import { DeviceRow } from '../DeviceRow';
import { MessageComposer } from '../MessageComposer';
import { Messages, type Message } from '../Messages';
import { PictureGrid } from '../PictureGrid';
import { QueuePlace } from '../QueuePlace';
import { ServerTime } from '../ServerTime';
import { StageControls } from '../StageControls';
import { StageLayout } from '../StageLayout';
import { usePaintedStream } from './use-painted-stream';
import styles from './gallery.module.css';

const start = Date.now();
const dark = window.location.search.includes('dark');

export function WaitingPage() {
  const officer = usePaintedStream('#C9D2D4', '#E3B48C');
  const own = usePaintedStream('#D6D1C6', '#EBC4A0');
  const side = usePaintedStream('#CBD3C4', '#4A637D');
  const [messages, setMessages] = useState<readonly Message[]>([
    { id: '1', text: '您好，请把手机往右移一点，让桌面都在画面里。', at: start, from: '周老师' },
    { id: '2', text: '好的，现在可以吗？', at: start, from: null, state: 'failed' },
  ]);
  return (
    <StageLayout
      theme={dark ? 'stage' : 'hall'}
      sideWidth={dark ? 'narrow' : 'wide'}
      bar={
        <Bar
          title="2026 年硕士研究生招生复试 · 视觉传达设计"
          place="第 3 考场 · 候考区"
          brandName={dark ? '第 3 考场' : undefined}
        >
          <span>林晓雨</span>
          <ServerTime />
          <Button kind="quiet" icon="help">
            求助
          </Button>
        </Bar>
      }
      stageLabel="画面"
      sideLabel="候考"
      stage={
        <PictureGrid
          lead={
            <CameraFrame
              stream={officer}
              state="live"
              name="候考官 周老师"
              nameIcon="mic"
              speaking
              note={{ text: '正在和您通话', icon: 'sound', mood: 'ok' }}
            />
          }
          others={[
            <CameraFrame key="1" stream={own} state="live" name="我 · 第一摄像头" mirrored level={0.7} />,
            <CameraFrame key="2" stream={side} state="live" name="我 · 第二摄像头（手机）" showFine />,
          ]}
        />
      }
      side={
        <>
          <Card size="roomy">
            <QueuePlace place={{ kind: 'waiting', ahead: 2, behind: 2, occupied: true, waitMinutes: 14 }} />
          </Card>
          <Card size="roomy" title="设备">
            <div className={styles.pair}>
              <DeviceRow icon="camera" name="第一摄像头" state="fine" />
              <DeviceRow icon="phone" name="第二摄像头" state="warn" word="31%，请充电" />
              <DeviceRow icon="mic" name="麦克风" state="fine" />
              <DeviceRow icon="wifi" name="网络" state="fine" word="稳定" />
            </div>
          </Card>
          <Card size="roomy" title="与候考官的消息" grow>
            <Messages messages={messages} label="消息" />
            <MessageComposer
              placeholder="写给候考官"
              onSend={(text) =>
                setMessages((before) => [
                  ...before,
                  { id: String(before.length + 1), text, at: Date.now(), from: null },
                ])
              }
            />
          </Card>
        </>
      }
      controls={
        dark ? (
          <StageControls
            start={<Clock deadlineAt={start + 816_000} totalMs={1_200_000} size="big" />}
            end={
              <Button kind="danger" icon="exit">
                结束面试
              </Button>
            }
          >
            <Button icon="mic">麦克风已开</Button>
            <Button kind="hot" size="big" icon="doc">
              查看题目
            </Button>
            <Button icon="hand">示意老师</Button>
          </StageControls>
        ) : undefined
      }
    />
  );
}
