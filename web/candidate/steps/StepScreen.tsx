import { Suspense, type ComponentType, type LazyExoticComponent } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepKind, StepView, StepViews } from '#steps/schemas';
import { useLocalText } from '../../i18n/use-language';
import { Hidden } from '../../ui/Hidden';
import { OpeningPage } from '../../ui/OpeningPage';
import { useDocumentTitle } from '../parts/use-document-title';
import { useFocusOn } from '../parts/use-focus-on';
import { useSitting } from '../sitting/sitting-context';
import { latePages } from './late-pages';
import { NoticeScreen } from './notice/NoticeScreen';
import { PledgeScreen } from './pledge/PledgeScreen';

type ScreenOf<K extends StepKind> = ComponentType<{ readonly view: StepViews[K] }>;
type Screens = { readonly [K in StepKind]: ScreenOf<K> | LazyExoticComponent<ScreenOf<K>> };

const screens = {
  notice: NoticeScreen,
  pledge: PledgeScreen,
  'device-check': latePages.deviceCheck,
  'face-check': latePages.faceCheck,
  cameras: latePages.cameras,
  waiting: latePages.waiting,
  interview: latePages.interview,
  paper: latePages.paper,
  recording: latePages.recording,
  proctored: latePages.proctored,
} as const satisfies Screens;

/** The screen of the step that is going on; a change of step is announced, and focus follows it. */
export function StepScreen({ step }: { readonly step: StepView }) {
  const { t } = useTranslation('candidate');
  const local = useLocalText();
  const { home, view } = useSitting();
  const index = home.flow.steps.findIndex(({ id }) => id === view?.stepId);
  const title = home.flow.steps[index]?.title;
  const name = title ? local(title) : '';
  useDocumentTitle(name);
  useFocusOn(view?.stepId ?? '');
  // Each screen takes the view of its own kind; the registry ties the two together.
  const Screen = screens[step.kind] as ComponentType<{ readonly view: StepView }>;
  return (
    <>
      <Hidden live="polite">
        {name && t('stepOf', { now: index + 1, total: home.flow.steps.length, step: name })}
      </Hidden>
      <Suspense fallback={<OpeningPage />}>
        <Screen key={view?.stepId} view={step} />
      </Suspense>
    </>
  );
}
