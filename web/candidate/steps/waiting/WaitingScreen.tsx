import { useTranslation } from 'react-i18next';
import type { StepViews } from '#steps/schemas';
import { useLocalText } from '../../../i18n/use-language';
import { PictureGrid } from '../../../ui/PictureGrid';
import { StageLayout } from '../../../ui/StageLayout';
import { useOpenCamera } from '../../devices/use-open-camera';
import { OwnPicture } from '../../devices/OwnPicture';
import { SecondPicture } from '../../devices/SecondPicture';
import { secondStateOf } from '../../devices/second-state';
import { MessagesCard } from '../../messages/MessagesCard';
import { ConnectSecond } from '../../pairing/ConnectSecond';
import { ExamBar } from '../../parts/ExamBar';
import { NetworkStrip } from '../../parts/NetworkStrip';
import { useSitting } from '../../sitting/sitting-context';
import { DevicesCard } from './DevicesCard';
import { OfficerPicture } from './OfficerPicture';
import { QueueCard } from './QueueCard';
import { WaitingInvitation } from './WaitingInvitation';

/** 2.1.6: the queue, the officer, one's own pictures; and 2.1.8: the invitation over all of it. */
export function WaitingScreen({ view }: { readonly view: StepViews['waiting'] }) {
  const { t } = useTranslation('candidate');
  const local = useLocalText();
  const { home, surroundings } = useSitting();
  useOpenCamera(true, { facing: 'user' });
  const second = secondStateOf(surroundings?.presence[2] ?? null);
  const place = `${local(home.room.name)} · ${t('waiting.place')}`;
  return (
    <>
      <StageLayout
        bar={<ExamBar place={place} />}
        strip={<NetworkStrip />}
        stageLabel={t('waiting.stage')}
        sideLabel={t('waiting.side')}
        stage={
          <PictureGrid
            lead={<OfficerPicture />}
            others={[
              <OwnPicture key="first">
                {second.pairAgain && <ConnectSecond again={second.word !== 'never'} />}
              </OwnPicture>,
              <SecondPicture key="second" />,
            ]}
          />
        }
        side={
          <>
            <QueueCard view={view} />
            <DevicesCard />
            <MessagesCard size="roomy" title={t('waiting.messages')} placeholder={t('waiting.writeTo')} />
          </>
        }
      />
      <WaitingInvitation view={view} />
    </>
  );
}
