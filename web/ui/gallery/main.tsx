import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startTexts } from '../../i18n/start-texts';
import '../tokens.css';
import '../base.css';
import { ServerClockProvider } from '../server-clock';
import { ControlsPage } from './ControlsPage';
import { ConsolePage } from './ConsolePage';
import { FacePage } from './FacePage';
import { HomePage } from './HomePage';
import { InvitationPage } from './InvitationPage';
import { PicturesPage } from './PicturesPage';
import { ReceiptPage } from './ReceiptPage';
import { WaitingPage } from './WaitingPage';

/** Every part of the kit in its states, for eyes and screenshots: `#home`, `#controls`, … Not part of the product's build. */
const pages = {
  home: HomePage,
  controls: ControlsPage,
  pictures: PicturesPage,
  waiting: WaitingPage,
  invitation: InvitationPage,
  face: FacePage,
  receipt: ReceiptPage,
  console: ConsolePage,
} as const;

function chosen(): keyof typeof pages {
  const hash = window.location.hash.slice(1);
  return Object.keys(pages).find((name): name is keyof typeof pages => name === hash) ?? 'controls';
}

async function show(): Promise<void> {
  await startTexts('candidate');
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no root element');
  const Page = pages[chosen()];
  createRoot(root).render(
    <StrictMode>
      <ServerClockProvider offsetMs={0}>
        <Page />
      </ServerClockProvider>
    </StrictMode>,
  );
}

window.addEventListener('hashchange', () => window.location.reload());
void show();
