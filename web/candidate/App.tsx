import { Suspense, useState } from 'react';
import { ApiProvider } from '../api/ApiProvider';
import { MediaProvider } from '../media/MediaProvider';
import { OpeningPage } from '../ui/OpeningPage';
import { SignInHelp } from './help/SignInHelp';
import { LinkPage } from './entry/LinkPage';
import { Entry } from './entry/Entry';
import { obstacleOf } from './entry/lacks';
import { LacksPage } from './entry/LacksPage';
import { routeOf, usePathname } from './entry/route';
import { secondPages } from './second/late-pages';

function Page() {
  const [anyway, setAnyway] = useState(false);
  const [obstacle] = useState(() => obstacleOf(window, navigator.userAgent));
  if (obstacle?.kind === 'app') {
    return (
      <Suspense fallback={<OpeningPage />}>
        <secondPages.wayOut way={obstacle.way} />
      </Suspense>
    );
  }
  if (obstacle && !anyway) return <LacksPage lacks={obstacle.lacks} onAnyway={() => setAnyway(true)} />;
  return <Routed />;
}

function Routed() {
  const route = routeOf(usePathname());
  switch (route.page) {
    case 'link':
      return <LinkPage token={route.token} />;
    case 'pair':
      return (
        <Suspense fallback={<OpeningPage />}>
          <secondPages.pair token={route.token} />
        </Suspense>
      );
    case 'home':
      return <Entry />;
  }
}

/** The candidate's side of the hall: signing in, the exam on the first device, the second camera. */
export function CandidateApp() {
  return (
    <ApiProvider>
      <MediaProvider>
        <SignInHelp>
          <Page />
        </SignInHelp>
      </MediaProvider>
    </ApiProvider>
  );
}
