import './api/without-eval';
import { lazy, StrictMode, Suspense, type ComponentType } from 'react';
import { createRoot } from 'react-dom/client';
import { chooseApp, type AppName } from './ui/choose-app';
import { CrashBoundary } from './ui/CrashBoundary';
import { OpeningPage } from './ui/OpeningPage';
import { startTexts } from './i18n/start-texts';
import { withoutTexts } from './i18n/without-texts';
import { keepForLater } from './sw/without-server';
import './ui/tokens.css';
import './ui/base.css';

const apps = {
  candidate: () => import('./candidate/App').then((app) => ({ default: app.CandidateApp })),
  staff: () => import('./staff/App').then((app) => ({ default: app.StaffApp })),
  admin: () => import('./admin/App').then((app) => ({ default: app.AdminApp })),
} satisfies Record<AppName, () => Promise<{ default: ComponentType }>>;

async function open(name: AppName, root: HTMLElement): Promise<void> {
  await startTexts(name);
  const App = lazy<ComponentType>(apps[name]);
  createRoot(root).render(
    <StrictMode>
      <CrashBoundary>
        <Suspense fallback={<OpeningPage />}>
          <App />
        </Suspense>
      </CrashBoundary>
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element');
const app = chooseApp(window.location.pathname);
open(app, root).catch(() => {
  root.textContent = withoutTexts;
});
if (import.meta.env.PROD && app === 'candidate') window.addEventListener('load', keepForLater);
