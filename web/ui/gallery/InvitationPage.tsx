import { useState } from 'react';
import { Invitation } from '../Invitation';
import { QueuePlace } from '../QueuePlace';
import { Card } from '../Card';
import styles from './gallery.module.css';

const start = Date.now();

export function InvitationPage() {
  const [grace, setGrace] = useState(false);
  return (
    <main className={styles.page} id="main">
      <div className={styles.columns}>
        <Card>
          <QueuePlace place={{ kind: 'next' }} />
        </Card>
        <Card>
          <QueuePlace place={{ kind: 'turn' }} />
        </Card>
        <Card>
          <QueuePlace place={{ kind: 'deferred' }} />
        </Card>
        <Card>
          <QueuePlace place={{ kind: 'away', until: start + 300_000 }} />
        </Card>
      </div>
      <Invitation
        open
        room="第 3 考场"
        facts={[
          { label: '考场', value: '第 3 考场' },
          { label: '考官', value: '3 位' },
          { label: '面试时长', value: '20 分钟' },
          { label: '计时', value: '进入后才开始' },
        ]}
        deadlineAt={start + 86_000}
        totalMs={120_000}
        reminded={grace}
        graceGiven={grace}
        onStart={() => undefined}
        onGrace={() => setGrace(true)}
        busy={null}
      />
    </main>
  );
}
