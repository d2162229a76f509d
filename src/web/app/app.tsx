import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { I18nextProvider } from 'react-i18next';
import { createBrowserRouter, Navigate, Outlet, type RouteObject, RouterProvider, ScrollRestoration } from 'react-router';
import { useLanguage } from '../look/language.js';
import { words } from '../words/words.js';
import { AccountContext, holds, useAccount } from './frame/account.js';
import { ConnectionBar } from './frame/connection-bar.js';
import { CrashBoundary, RouteCrash } from './frame/crash.js';
import { lazyPage } from './frame/lazy-page.js';
import { NotFound } from './frame/not-found.js';
import { Toasts } from './frame/toasts.js';
import { Waiting } from './frame/waiting.js';
import { Gate } from './gate/gate.js';
import { paths } from './paths.js';
import { client, sessionQuery } from './service/queries.js';
import { isSignedOut, useSignal } from './service/signals.js';

const homePage = lazyPage(() => import('./home/home-page.js'), 'HomePage');

/** Every page of the application, with what stands around it. */
export const ROUTES: RouteObject[] = [
  { path: paths.invitation(':code'), element: lazyPage(() => import('./gate/accept-page.js'), 'AcceptPage'), errorElement: <RouteCrash /> },
  { path: `${paths.enterCode}/:code?`, element: lazyPage(() => import('./member/code-page.js'), 'CodePage'), errorElement: <RouteCrash /> },
  {
    path: paths.own,
    element: lazyPage(() => import('./member/member-frame.js'), 'MemberFrame'),
    errorElement: <RouteCrash />,
    children: [
      { index: true, element: lazyPage(() => import('./member/own-page.js'), 'OwnPage') },
      { path: 'bai/:essay', element: lazyPage(() => import('./member/own-essay-page.js'), 'OwnEssayPage') },
    ],
  },
  {
    element: <Entrance />,
    errorElement: <RouteCrash />,
    children: [
      {
        element: lazyPage(() => import('./frame/plain-frame.js'), 'PlainFrame'),
        children: [
          { path: paths.home, element: <Start /> },
          { path: paths.queue, element: lazyPage(() => import('./review/queue-page.js'), 'QueuePage') },
          { path: paths.newCampaign, element: lazyPage(() => import('./form/create-page.js'), 'CreatePage') },
          { path: paths.tokens, element: lazyPage(() => import('./tokens/tokens-page.js'), 'TokensPage') },
          { path: paths.backups, element: lazyPage(() => import('./organisation/backups-page.js'), 'BackupsPage') },
          { path: paths.account, element: lazyPage(() => import('./account/account-page.js'), 'AccountPage') },
          {
            path: paths.organisation,
            element: lazyPage(() => import('./organisation/organisation-page.js'), 'OrganisationPage'),
            children: [
              {
                path: ':unit',
                element: lazyPage(() => import('./organisation/unit-panel.js'), 'UnitPanel', null),
                children: [
                  { index: true, element: lazyPage(() => import('./organisation/accounts-part.js'), 'AccountsPart', null) },
                  { path: 'nhom', element: lazyPage(() => import('./organisation/groups-part.js'), 'GroupsPart', null) },
                  { path: 'nhom/:group', element: lazyPage(() => import('./organisation/group-members.js'), 'GroupMembersPart', null) },
                  { path: 'gioi-han', element: lazyPage(() => import('./organisation/limits-part.js'), 'LimitsPart', null) },
                  { path: 'du-lieu', element: lazyPage(() => import('./organisation/data-part.js'), 'DataPart', null) },
                  { path: 'phu-trach', element: lazyPage(() => import('./organisation/charge-part.js'), 'ChargePart', null) },
                  { path: 'lich-su', element: lazyPage(() => import('./organisation/history-part.js'), 'HistoryPart', null) },
                ],
              },
            ],
          },
          { path: paths.trackers, element: lazyPage(() => import('./tracker/trackers-page.js'), 'TrackersPage') },
          { path: paths.tracker(':campaign'), element: lazyPage(() => import('./tracker/tracker-page.js'), 'TrackerPage') },
          { path: paths.requests, element: lazyPage(() => import('./requests/requests-page.js'), 'RequestsPage') },
          { path: paths.requestedText(':request'), element: lazyPage(() => import('./requests/text-page.js'), 'TextPage') },
          { path: paths.charged, element: lazyPage(() => import('./programmes/charged-page.js'), 'ChargedPage') },
          {
            path: paths.chargedProgramme(':campaign', ':programme'),
            element: lazyPage(() => import('./programmes/programme-page.js'), 'ProgrammePage'),
          },
          { path: paths.serviceLog, element: lazyPage(() => import('./log/log-page.js'), 'ServiceLogPage') },
          { path: '*', element: <NotFound /> },
        ],
      },
      {
        path: '/dot/:campaign',
        element: lazyPage(() => import('./campaign/campaign-frame.js'), 'CampaignFrame'),
        children: [
          { index: true, element: <Navigate to="ket-qua" replace /> },
          { path: 'ket-qua/*', element: lazyPage(() => import('./campaign/results-page.js'), 'ResultsPage') },
          { path: 'lo', element: lazyPage(() => import('./campaign/batches-page.js'), 'BatchesPage') },
          { path: 'lo/:batch', element: lazyPage(() => import('./batch/batch-page.js'), 'BatchPage') },
          { path: 'danh-sach', element: lazyPage(() => import('./roster/roster-page.js'), 'RosterPage') },
          { path: 'danh-sach/nhap', element: lazyPage(() => import('./roster/import-page.js'), 'RosterImportPage') },
          { path: 'danh-sach/nguoi-viet', element: lazyPage(() => import('./roster/writers-page.js'), 'WritersPage') },
          { path: 'danh-sach/han-va-de-bai', element: lazyPage(() => import('./roster/due-days-page.js'), 'DueDaysPage') },
          { path: 'thiet-lap', element: lazyPage(() => import('./form/change-page.js'), 'ChangePage') },
          { path: 'thiet-lap/khac-biet', element: lazyPage(() => import('./form/differences-page.js'), 'DifferencesPage') },
          { path: 'tien-do', element: lazyPage(() => import('./tracker/tracker-page.js'), 'TrackerPage') },
          { path: 'nhat-ky', element: lazyPage(() => import('./log/log-page.js'), 'LogPage') },
          { path: 'nop-lai', element: lazyPage(() => import('./rounds/rounds-page.js'), 'RoundsPage') },
          { path: 'chuong-trinh', element: lazyPage(() => import('./programmes/programmes-page.js'), 'ProgrammesPage') },
          { path: 'chuong-trinh/yeu-cau', element: lazyPage(() => import('./programmes/duties-page.js'), 'DutiesPage') },
          { path: 'chuong-trinh/don-vi', element: lazyPage(() => import('./programmes/counts-page.js'), 'CountsPage') },
          { path: 'chuong-trinh/:programme', element: lazyPage(() => import('./programmes/programme-page.js'), 'ProgrammePage') },
          { path: 'ma-nop', element: lazyPage(() => import('./codes/codes-page.js'), 'CodesPage') },
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
];

/** Days are written the same in both: day, month, year. */
const LOCALES = { vi: 'vi-VN', en: 'en-GB' } as const;

const lazySignIn = lazyPage(() => import('./gate/sign-in-again.js'), 'SignInAgain', null);

/** The application of the service. */
export function App(): ReactNode {
  const [router] = useState(() => createBrowserRouter(ROUTES));
  return (
    <I18nextProvider i18n={words}>
      <I18nProvider locale={LOCALES[useLanguage()]}>
        <QueryClientProvider client={client}>
          <CrashBoundary>
            <RouterProvider router={router} />
            {useSignal(isSignedOut) && lazySignIn}
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
  return isOnlyAdministrator ? <Navigate to={paths.organisation} replace /> : homePage;
}
