import { useEffect } from 'react';
import type { StepViews } from '#steps/schemas';
import { useMedia } from '../../../media/MediaProvider';
import { useServerNow } from '../../../ui/server-clock';
import { useOpenCamera } from '../../devices/use-open-camera';
import { OnlinePaper } from './online/OnlinePaper';
import { usePaper } from './online/use-paper';
import { PaperWaiting } from './PaperWaiting';
import { PdfPaper } from './PdfPaper';
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
  if (opened.paper.form === 'pdf') return <PdfPaper paper={opened.paper} print={view.print} />;
  if (!opened.saved) return <PaperWaiting opensAt={opensAt} refused={refused} />;
  return <OnlinePaper view={view} paper={opened.paper} saved={opened.saved} />;
}
