import { Suspense, useEffect } from 'react';
import type { StepViews } from '#steps/schemas';
import { useMedia } from '../../../media/MediaProvider';
import { useServerNow } from '../../../ui/server-clock';
import { useOpenCamera } from '../../devices/use-open-camera';
import { OnlinePaper } from './online/OnlinePaper';
import { usePaper } from './online/use-paper';
import { PaperWaiting } from './PaperWaiting';
import { lateSheets } from './sheets/late-sheets';
import { useOpened } from './use-opened';

/** The written exam (2.2.1): waits for the paper, shows it with a sound, and takes the answers. */
export function PaperScreen({ view }: { readonly view: StepViews['paper'] }) {
  const { bell } = useMedia();
  const now = useServerNow();
  useOpenCamera(true, { facing: 'user' });
  const opensAt = view.phase === 'waiting' ? null : view.opensAt;
  const isOpen = opensAt !== null && now >= opensAt;
  const { opened, refused } = usePaper(isOpen);
  const isHere = opened !== null;
  useOpened(view, isHere);
  useEffect(() => {
    if (isHere) bell.play('paper');
  }, [bell, isHere]);
  if (!opened) return <PaperWaiting opensAt={opensAt} refused={refused} />;
  if (view.phase !== 'waiting' && view.mode === 'photographed')
    return (
      <Suspense fallback={<PaperWaiting opensAt={opensAt} refused={refused} />}>
        <lateSheets.Paper view={view} paper={opened.paper} />
      </Suspense>
    );
  if (opened.paper.form === 'pdf' || !opened.saved)
    return <PaperWaiting opensAt={opensAt} refused={refused} />;
  return <OnlinePaper view={view} paper={opened.paper} saved={opened.saved} />;
}
