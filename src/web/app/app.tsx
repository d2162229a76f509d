import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { I18nextProvider } from 'react-i18next';
import { createBrowserRouter, Navigate, Outlet, RouterProvider, ScrollRestoration } from 'react-router';
import { words } from '../words/words.js';
import { AccountPage } from './account/account-page.js';
import { BatchPage } from './batch/batch-page.js';
import { BatchesPage } from './campaign/batches-page.js';
import { CampaignFrame } from './campaign/campaign-frame.js';
import { ResultsPage } from './campaign/results-page.js';
import { CodesPage } from './codes/codes-page.js';
import { ChangePage } from './form/change-page.js';
import { CreatePage } from './form/create-page.js';
import { DifferencesPage } from './form/differences-page.js';
import { AccountContext, holds, useAccount } from './frame/account.js';
import { ConnectionBar } from './frame/connection-bar.js';
import { CrashBoundary, RouteCrash } from './frame/crash.js';
import { Masthead } from './frame/masthead.js';
import { NotFound } from './frame/not-found.js';
import { Toasts } from './frame/toasts.js';
import { Waiting } from './frame/waiting.js';
import { AcceptPage } from './gate/accept-page.js';
import { Gate } from './gate/gate.js';
import { SignInAgain } from './gate/sign-in-again.js';
import { HomePage } from './home/home-page.js';
import { LogPage, ServiceLogPage } from './log/log-page.js';
import { CodePage } from './member/code-page.js';
import { MemberFrame } from './member/member-frame.js';
import { OwnEssayPage } from './member/own-essay-page.js';
import { OwnPage } from './member/own-page.js';
import { AccountsPart } from './organisation/accounts-part.js';
import { BackupsPage } from './organisation/backups-page.js';
import { DataPart } from './organisation/data-part.js';
import { HistoryPart } from './organisation/history-part.js';
import { LimitsPart } from './organisation/limits-part.js';
import { OrganisationPage } from './organisation/organisation-page.js';
import { UnitPanel } from './organisation/unit-panel.js';
import { paths } from './paths.js';
import { RequestsPage } from './requests/requests-page.js';
import { TextPage } from './requests/text-page.js';
import { QueuePage } from './review/queue-page.js';
import { DueDaysPage } from './roster/due-days-page.js';
import { RosterImportPage } from './roster/import-page.js';
import { RosterPage } from './roster/roster-page.js';
import { WritersPage } from './roster/writers-page.js';
import { RoundsPage } from './rounds/rounds-page.js';
import { client, sessionQuery } from './service/queries.js';
import { TokensPage } from './tokens/tokens-page.js';
import { TrackerPage } from './tracker/tracker-page.js';
import { TrackersPage } from './tracker/trackers-page.js';

const router = createBrowserRouter([
  { path: paths.invitation(':code'), element: <AcceptPage />, errorElement: <RouteCrash /> },
  { path: `${paths.enterCode}/:code?`, element: <CodePage />, errorElement: <RouteCrash /> },
  {
    path: paths.own,
    element: <MemberFrame />,
    errorElement: <RouteCrash />,
    children: [
      { index: true, element: <OwnPage /> },
      { path: 'bai/:essay', element: <OwnEssayPage /> },
    ],
  },
  {
    element: <Entrance />,
    errorElement: <RouteCrash />,
    children: [
      {
        element: <PlainFrame />,
        children: [
          { path: paths.home, element: <Start /> },
          { path: paths.queue, element: <QueuePage /> },
          { path: paths.newCampaign, element: <CreatePage /> },
          { path: paths.tokens, element: <TokensPage /> },
          { path: paths.backups, element: <BackupsPage /> },
          { path: paths.account, element: <AccountPage /> },
          {
            path: paths.organisation,
            element: <OrganisationPage />,
            children: [
              {
                path: ':unit',
                element: <UnitPanel />,
                children: [
                  { index: true, element: <AccountsPart /> },
                  { path: 'gioi-han', element: <LimitsPart /> },
                  { path: 'du-lieu', element: <DataPart /> },
                  { path: 'lich-su', element: <HistoryPart /> },
                ],
              },
            ],
          },
          { path: paths.trackers, element: <TrackersPage /> },
          { path: paths.tracker(':campaign'), element: <TrackerPage /> },
          { path: paths.requests, element: <RequestsPage /> },
          { path: paths.requestedText(':request'), element: <TextPage /> },
          { path: paths.serviceLog, element: <ServiceLogPage /> },
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
          { path: 'danh-sach', element: <RosterPage /> },
          { path: 'danh-sach/nhap', element: <RosterImportPage /> },
          { path: 'danh-sach/nguoi-viet', element: <WritersPage /> },
          { path: 'danh-sach/han-va-de-bai', element: <DueDaysPage /> },
          { path: 'thiet-lap', element: <ChangePage /> },
          { path: 'thiet-lap/khac-biet', element: <DifferencesPage /> },
          { path: 'tien-do', element: <TrackerPage /> },
          { path: 'nhat-ky', element: <LogPage /> },
          { path: 'nop-lai', element: <RoundsPage /> },
          { path: 'ma-nop', element: <CodesPage /> },
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
  if (session.member !== null) return <Navigate to={paths.own} replace />;
  if (session.account === null) return <Gate session={session} />;
  return (
    <AccountContext value={session.account}>
      <ConnectionBar />
      <ScrollRestoration />
      <Outlet />
    </AccountContext>
  );
}

/** Where work begins: with the campaigns, for whoever only administers with the units. */
function Start(): ReactNode {
  const account = useAccount();
  const isOnlyAdministrator = holds(account, ['administrator']) && !holds(account, ['committee', 'reviewer', 'inspection']);
  return isOnlyAdministrator ? <Navigate to={paths.organisation} replace /> : <HomePage />;
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
