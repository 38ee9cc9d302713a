import { Suspense } from 'react';
import { ApiProvider } from '../api/ApiProvider';
import { MediaProvider } from '../media/MediaProvider';
import { OpeningPage } from '../ui/OpeningPage';
import { HelpProvider } from './help/HelpProvider';
import { LinkPage } from './entry/LinkPage';
import { Entry } from './entry/Entry';
import { routeOf, usePathname } from './entry/route';
import { secondPages } from './second/late-pages';

function Page() {
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
        <HelpProvider>
          <Page />
        </HelpProvider>
      </MediaProvider>
    </ApiProvider>
  );
}
