import { Banner } from '../Banner';
import { Button } from '../Button';
import { Card } from '../Card';
import { Facts } from '../Facts';
import { IconButton } from '../IconButton';
import { LanguageSwitch } from '../LanguageSwitch';
import { PhoneLayout } from '../PhoneLayout';
import { StepRail } from '../StepRail';

export function HomePage() {
  return (
    <PhoneLayout
      tools={
        <>
          <LanguageSwitch />
          <IconButton icon="help" label="求助" />
        </>
      }
      foot={
        <Button kind="primary" wide iconAfter="right">
          开始人脸识别
        </Button>
      }
    >
      <Card>
        <Facts
          shape="blocks"
          facts={[
            { label: '面试时间', value: '3 月 28 日 周六 09:30 – 11:00' },
            { label: '考场', value: '第 3 考场' },
            { label: '考生', value: '林晓雨' },
            { label: '准考证号', value: '2026 0315 0427' },
          ]}
        />
        <Banner icon="clock">
          09:00 开放进入，还有 <b>18 分钟</b>
        </Banner>
      </Card>
      <StepRail
        label="步骤"
        steps={[
          { key: 'pledge', title: '考试承诺书', note: '08:36 已同意', state: 'done', icon: 'doc' },
          { key: 'device', title: '设备检测', note: '摄像头由老师免除', state: 'waived', icon: 'camera' },
          { key: 'id', title: '人脸识别', note: '由老师核对身份证', state: 'passed-on', icon: 'face' },
          { key: 'second', title: '连接第二摄像头', note: '请准备另一部手机', state: 'now', icon: 'phone' },
          { key: 'wait', title: '进入候考区', note: '09:00 开放', state: 'next', icon: 'door' },
        ]}
      />
    </PhoneLayout>
  );
}
