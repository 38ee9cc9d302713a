import { useState } from 'react';
import { Bar } from '../Bar';
import { Button } from '../Button';
import { CameraFrame } from '../CameraFrame';
import { Card } from '../Card';
import { Facts } from '../Facts';
import { Pill } from '../Pill';
import { PictureGrid } from '../PictureGrid';
import { ServerTime } from '../ServerTime';
import { StaffLayout, type StaffPage } from '../StaffLayout';
import { usePaintedStream } from './use-painted-stream';
import styles from './gallery.module.css';

export function ConsolePage() {
  const [page, setPage] = useState<StaffPage>('list');
  const own = usePaintedStream('#D6D1C6', '#EBC4A0');
  return (
    <StaffLayout
      page={page}
      onPage={setPage}
      order={window.location.search.includes('room') ? 'room' : 'queue'}
      bar={
        <Bar title="第 3 考场 · 候考区" voice="hall" place="2026 年硕士研究生招生复试">
          <Pill icon="door" mood="accent">
            考场内：王一帆，还剩 03:20
          </Pill>
          <ServerTime seconds />
          <span>候考官 周敏</span>
        </Bar>
      }
      list={{
        label: '候考',
        content: (
          <div className={styles.inset}>
            {['赵启明', '孙若兰', '林晓雨'].map((name) => (
              <p key={name}>
                <b>{name}</b>{' '}
                <Pill icon="check" mood="ok">
                  已就绪
                </Pill>
              </p>
            ))}
          </div>
        ),
      }}
      stage={{
        label: '画面',
        content: (
          <>
            <PictureGrid
              row="low"
              lead={
                <CameraFrame
                  stream={own}
                  state="live"
                  name="林晓雨 · 第一摄像头"
                  nameIcon="sound"
                  note={{ text: '通话 01:52', icon: 'clock' }}
                />
              }
              others={[
                <CameraFrame key="2" stream={own} state="lost" name="第二摄像头 · 电量 31%" />,
                <CameraFrame key="me" stream={own} state="live" name="我（候考官）" mirrored level={0.4} />,
              ]}
            />
            <div className={styles.middle}>
              <Button icon="mic">麦克风已开</Button>
              <Button icon="chat">发消息</Button>
              <Button icon="x">结束通话</Button>
            </div>
          </>
        ),
      }}
      panel={{
        label: '处理',
        content: (
          <>
            <Card
              title="身份核对"
              aside={
                <Pill icon="alert" mood="bad">
                  人脸识别未通过
                </Pill>
              }
            >
              <Facts
                facts={[
                  { label: '姓名', value: '林晓雨' },
                  { label: '身份证号', value: '3302 **** **** 0428' },
                  { label: '系统说明', value: '3 次均光线偏暗，未能比对' },
                ]}
              />
              <div className={styles.pair}>
                <Button>人证一致</Button>
                <Button>不一致</Button>
              </div>
            </Card>
            <Button kind="primary" icon="lock" wide disabledReason="考场约 3 分钟后空出，下一位是赵启明">
              邀请林晓雨
            </Button>
          </>
        ),
      }}
    />
  );
}
