import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { I18nextProvider } from 'react-i18next';
import { createBrowserRouter, Navigate, Outlet, RouterProvider, ScrollRestoration } from 'react-router';
import { words } from '../words/words.js';
import { BatchPage } from './batch/batch-page.js';
import { BatchesPage } from './campaign/batches-page.js';
import { CampaignFrame } from './campaign/campaign-frame.js';
import { LogPage } from './campaign/log-page.js';
import { ResultsPage } from './campaign/results-page.js';
import { ChangePage } from './form/change-page.js';
import { CreatePage } from './form/create-page.js';
import { DifferencesPage } from './form/differences-page.js';
import { AccountContext } from './frame/account.js';
import { ConnectionBar } from './frame/connection-bar.js';
import { CrashBoundary, RouteCrash } from './frame/crash.js';
import { Masthead } from './frame/masthead.js';
import { NotFound } from './frame/not-found.js';
import { Toasts } from './frame/toasts.js';
import { Waiting } from './frame/waiting.js';
import { Gate } from './gate/gate.js';
import { SignInAgain } from './gate/sign-in-again.js';
import { HomePage } from './home/home-page.js';
import { paths } from './paths.js';
import { QueuePage } from './review/queue-page.js';
import { client, sessionQuery } from './service/queries.js';

const router = createBrowserRouter([
  {
    element: <Entrance />,
    errorElement: <RouteCrash />,
    children: [
      {
        element: <PlainFrame />,
        children: [
          { path: paths.home, element: <HomePage /> },
          { path: paths.queue, element: <QueuePage /> },
          { path: paths.newCampaign, element: <CreatePage /> },
          { path: '*', element: <NotFound /> },
        ],
      },
      {
        path: '/dot/:campaign',
        element: <CampaignFrame />,
        children: [
          { index: true, element: <Navigate to="ket-qua" replace /> },
          { path: 'ket-qua/*', element: <ResultsPage /> },
          { path: 'lo', element: <BatchesPage /> },
          { path: 'lo/:batch', element: <BatchPage /> },
          { path: 'thiet-lap', element: <ChangePage /> },
          { path: 'thiet-lap/khac-biet', element: <DifferencesPage /> },
          { path: 'nhat-ky', element: <LogPage /> },
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
]);

/** The application of the service. */
export function App(): ReactNode {
  return (
    <I18nextProvider i18n={words}>
      <I18nProvider locale="vi-VN">
        <QueryClientProvider client={client}>
          <CrashBoundary>
            <RouterProvider router={router} />
            <SignInAgain />
            <Toasts />
          </CrashBoundary>
        </QueryClientProvider>
      </I18nProvider>
    </I18nextProvider>
  );
}

/** Lets in whoever is signed in; shows the gate to everybody else. What is below learns who it is. */
function Entrance(): ReactNode {
  const { data: session, error, refetch } = useQuery(sessionQuery);
  if (session === undefined) {
    return (
      <main id="noi-dung">
        <Waiting error={error} retry={refetch} />
      </main>
    );
  }
  if (session.account === null) return <Gate session={session} />;
  return (
    <AccountContext value={session.account}>
      <ConnectionBar />
      <ScrollRestoration />
      <Outlet />
    </AccountContext>
  );
}

function PlainFrame(): ReactNode {
  return (
    <>
      <Masthead />
      <main id="noi-dung" tabIndex={-1}>
        <Outlet />
      </main>
    </>
  );
}
