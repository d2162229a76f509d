import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { I18nextProvider } from 'react-i18next';
import { createBrowserRouter, Navigate, Outlet, type RouteObject, RouterProvider, ScrollRestoration } from 'react-router';
import { useLanguage } from '../look/language.js';
import { useSignal } from '../look/signal.js';
import { PageKeys } from '../viewer/keys-dialog.js';
import { WordsProvider } from '../viewer/words.js';
import { words } from '../words/words.js';
import { AccountContext, holds, READERS, useAccount, useHolds } from './frame/account.js';
import { ConnectionBar } from './frame/connection-bar.js';
import { CrashBoundary, RouteCrash } from './frame/crash.js';
import { lazyPage } from './frame/lazy-page.js';
import { NotFound } from './frame/not-found.js';
import { Toasts } from './frame/toasts.js';
import { Waiting, WaitingPart } from './frame/waiting.js';
import { Gate } from './gate/gate.js';
import { paths } from './paths.js';
import { client, sessionQuery } from './service/queries.js';
import { isSignedOut } from './service/signals.js';

const WAITING_PART = <WaitingPart error={null} retry={() => undefined} />;
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
      { path: 'nam', element: lazyPage(() => import('./member/own-years-page.js'), 'OwnYearsPage') },
      { path: 'bai/:essay', element: lazyPage(() => import('./member/own-essay-page.js'), 'OwnEssayPage') },
    ],
  },
  { path: paths.takeQuiz(':key'), element: lazyPage(() => import('./quiz/take-page.js'), 'TakePage'), errorElement: <RouteCrash /> },
  { path: paths.door(':key'), element: lazyPage(() => import('./quiz/door-page.js'), 'DoorPage'), errorElement: <RouteCrash /> },
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
          { path: paths.questions, element: lazyPage(() => import('./quiz/bank-page.js'), 'BankPage') },
          { path: paths.questionImport, element: lazyPage(() => import('./quiz/bank-import-page.js'), 'BankImportPage') },
          { path: paths.backups, element: lazyPage(() => import('./organisation/backups-page.js'), 'BackupsPage') },
          { path: paths.account, element: lazyPage(() => import('./account/account-page.js'), 'AccountPage') },
          {
            path: paths.organisation,
            element: lazyPage(() => import('./organisation/organisation-page.js'), 'OrganisationPage'),
            children: [
              {
                path: ':unit',
                element: lazyPage(() => import('./organisation/unit-panel.js'), 'UnitPanel', WAITING_PART),
                children: [
                  { index: true, element: lazyPage(() => import('./organisation/accounts-part.js'), 'AccountsPart', WAITING_PART) },
                  { path: 'nhom', element: lazyPage(() => import('./organisation/groups-part.js'), 'GroupsPart', WAITING_PART) },
                  {
                    path: 'nhom/:group',
                    element: lazyPage(() => import('./organisation/group-members.js'), 'GroupMembersPart', WAITING_PART),
                  },
                  { path: 'gioi-han', element: lazyPage(() => import('./organisation/limits-part.js'), 'LimitsPart', WAITING_PART) },
                  { path: 'nguoi-ky', element: lazyPage(() => import('./organisation/signer-part.js'), 'SignerPart', WAITING_PART) },
                  { path: 'du-lieu', element: lazyPage(() => import('./organisation/data-part.js'), 'DataPart', WAITING_PART) },
                  { path: 'phu-trach', element: lazyPage(() => import('./organisation/charge-part.js'), 'ChargePart', WAITING_PART) },
                  { path: 'lich-su', element: lazyPage(() => import('./organisation/history-part.js'), 'HistoryPart', WAITING_PART) },
                ],
              },
            ],
          },
          { path: paths.trackers, element: lazyPage(() => import('./tracker/trackers-page.js'), 'TrackersPage') },
          { path: paths.tracker(':campaign'), element: lazyPage(() => import('./tracker/tracker-page.js'), 'TrackerPage') },
          { path: paths.figureCampaigns, element: lazyPage(() => import('./figures/campaigns-page.js'), 'CampaignsPage') },
          { path: paths.figures(':campaign'), element: lazyPage(() => import('./figures/figures-page.js'), 'FiguresPage') },
          { path: paths.situations, element: lazyPage(() => import('./situations/situations-page.js'), 'SituationsPage') },
          { path: paths.requests, element: lazyPage(() => import('./requests/requests-page.js'), 'RequestsPage') },
          { path: paths.requestedText(':request'), element: lazyPage(() => import('./requests/text-page.js'), 'TextPage') },
          { path: paths.years, element: lazyPage(() => import('./years/years-page.js'), 'YearsPage') },
          { path: paths.year(':year'), element: lazyPage(() => import('./years/years-page.js'), 'YearsPage') },
          { path: paths.decisions, element: lazyPage(() => import('./log/log-page.js'), 'DecisionsPage') },
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
          { index: true, element: <CampaignStart /> },
          { path: 'ket-qua/*', element: lazyPage(() => import('./campaign/results-page.js'), 'ResultsPage') },
          { path: 'lo', element: lazyPage(() => import('./campaign/batches-page.js'), 'BatchesPage') },
          { path: 'lo/:batch', element: lazyPage(() => import('./batch/batch-page.js'), 'BatchPage') },
          { path: 'danh-sach', element: lazyPage(() => import('./roster/roster-page.js'), 'RosterPage') },
          { path: 'danh-sach/nhap', element: lazyPage(() => import('./roster/import-page.js'), 'RosterImportPage') },
          { path: 'danh-sach/nguoi-viet', element: lazyPage(() => import('./roster/writers-page.js'), 'WritersPage') },
          { path: 'danh-sach/han-va-de-bai', element: lazyPage(() => import('./roster/due-days-page.js'), 'DueDaysPage') },
          { path: 'hoc-tap', element: lazyPage(() => import('./studies/sessions-page.js'), 'SessionsPage') },
          { path: 'hoc-tap/tai-lieu', element: lazyPage(() => import('./studies/materials-page.js'), 'MaterialsPage') },
          { path: 'hoc-tap/danh-sach/:list', element: lazyPage(() => import('./studies/list-page.js'), 'StudyListPage') },
          { path: 'hoc-tap/:session', element: lazyPage(() => import('./studies/session-page.js'), 'SessionPage') },
          { path: 'nhac-han', element: lazyPage(() => import('./reminders/reminders-page.js'), 'RemindersPage') },
          { path: 'thiet-lap', element: lazyPage(() => import('./form/change-page.js'), 'ChangePage') },
          { path: 'thiet-lap/khac-biet', element: lazyPage(() => import('./form/differences-page.js'), 'DifferencesPage') },
          { path: 'tien-do', element: lazyPage(() => import('./tracker/tracker-page.js'), 'TrackerPage') },
          { path: 'bao-cao', element: lazyPage(() => import('./reports/report-page.js'), 'ReportPage') },
          { path: 'bao-cao/de-cuong', element: lazyPage(() => import('./reports/outline-page.js'), 'OutlinePage') },
          { path: 'bao-cao/lan/:number', element: lazyPage(() => import('./reports/sent-page.js'), 'SentPage') },
          { path: 'bao-cao/don-vi', element: lazyPage(() => import('./reports/unit-reports-page.js'), 'UnitReportsPage') },
          { path: 'bao-cao/don-vi/:of/:number', element: lazyPage(() => import('./reports/sent-page.js'), 'SentPage') },
          { path: 'nhat-ky', element: lazyPage(() => import('./log/log-page.js'), 'LogPage') },
          { path: 'neu-guong', element: lazyPage(() => import('./exemplary/exemplary-page.js'), 'ExemplaryPage') },
          { path: 'nop-lai', element: lazyPage(() => import('./rounds/rounds-page.js'), 'RoundsPage') },
          { path: 'thi', element: lazyPage(() => import('./quiz/quizzes-page.js'), 'QuizzesPage') },
          { path: 'thi/moi', element: lazyPage(() => import('./quiz/new-quiz-page.js'), 'NewQuizPage') },
          { path: 'thi/:quiz', element: lazyPage(() => import('./quiz/quiz-page.js'), 'QuizPage') },
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
      <WordsProvider>
        <PageKeys />
      </WordsProvider>
      <ScrollRestoration />
      <Outlet />
    </AccountContext>
  );
}

/** Where work begins: with the campaigns, for whoever only administers with the units. */
function Start(): ReactNode {
  const account = useAccount();
  const isOnlyAdministrator = holds(account, ['administrator']) && account.grants.every(({ role }) => role === 'administrator');
  return isOnlyAdministrator ? <Navigate to={paths.organisation} replace /> : homePage;
}

/** Where a campaign begins: with its results, for whoever reads none of them with the studying. */
function CampaignStart(): ReactNode {
  return <Navigate to={useHolds(READERS) ? 'ket-qua' : 'hoc-tap'} replace />;
}
