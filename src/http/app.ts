import compression from 'compression';
import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import { answerOnce } from './answer-once.js';
import { createAttempts } from './attempts.js';
import { answerErrors, RequestError } from './errors.js';
import { guardsOf } from './guards.js';
import { hurryVisitors } from './hurry-visitors.js';
import { HTTP_MESSAGES } from './messages.js';
import { createMetrics, type Metrics } from './metrics.js';
import { servePage } from './page.js';
import { createProgressHub, type ProgressHub } from './progress-hub.js';
import { logRequests } from './request-log.js';
import { accountRoutes } from './resources/accounts.js';
import { apiRoutes } from './resources/api.js';
import { audienceRoutes } from './resources/audiences.js';
import { auditRoutes } from './resources/audit.js';
import { backupRoutes } from './resources/backups.js';
import { batchRoutes } from './resources/batches.js';
import { campaignRoutes } from './resources/campaigns.js';
import { decisionRoutes } from './resources/decisions.js';
import { documentRoutes } from './resources/documents.js';
import { doorRoutes } from './resources/doors.js';
import { draftRoutes } from './resources/drafts.js';
import { dutyRoutes } from './resources/duties.js';
import { erasureRoutes } from './resources/erasures.js';
import { eventRoutes } from './resources/events.js';
import { exemplaryRoutes } from './resources/exemplary.js';
import { exportRoutes } from './resources/exports.js';
import { figureRoutes } from './resources/figures.js';
import { healthRoutes } from './resources/health.js';
import { letterRoutes } from './resources/letters.js';
import { materialRoutes } from './resources/materials.js';
import { memberRoutes } from './resources/member.js';
import { memberCodeRoutes } from './resources/member-codes.js';
import { outlineRoutes } from './resources/outlines.js';
import { peopleRosterRoutes } from './resources/people-roster.js';
import { programmeStepRoutes } from './resources/programme-steps.js';
import { programmeRoutes } from './resources/programmes.js';
import { questionRoutes } from './resources/questions.js';
import { quizRoutes } from './resources/quizzes.js';
import { reminderRoutes } from './resources/reminders.js';
import { reportRoutes } from './resources/reports.js';
import { resultRoutes } from './resources/results.js';
import { reviewRoutes } from './resources/review.js';
import { rosterRoutes } from './resources/roster.js';
import { roundRoutes } from './resources/rounds.js';
import { sessionRoutes } from './resources/session.js';
import { signatureRoutes } from './resources/signatures.js';
import { sittingRoutes } from './resources/sittings.js';
import { situationRoutes } from './resources/situations.js';
import { studyRoutes } from './resources/studies.js';
import { studyListRoutes } from './resources/study-lists.js';
import { submissionRoutes } from './resources/submissions.js';
import { suggestionRoutes } from './resources/suggestions.js';
import { textRequestRoutes } from './resources/text-requests.js';
import { tokenRoutes } from './resources/tokens.js';
import { trackerRoutes } from './resources/trackers.js';
import { unitReportRoutes } from './resources/unit-reports.js';
import { unitRoutes } from './resources/units.js';
import { uploadRoutes } from './resources/uploads.js';
import { writerRoutes } from './resources/writers.js';
import { yearRoutes } from './resources/years.js';
import { isDoneOnce, nameRoute, type Route } from './route.js';
import { securityHeaders } from './security-headers.js';
import type { ServiceParts } from './service-parts.js';
import { createSessions, type Sessions } from './sessions.js';
import { createViewNotes, type ViewNotes } from './view-notes.js';
import { createVisitorLimits } from './visitor-limits.js';

/** Event that the app is sent when its server stops: open streams end. */
export const STOPPING = 'stopping';

/** Milliseconds in which a request must have come in whole from whoever is not signed in. */
const VISITORS_PATIENCE = 60_000;

/** The service as an Express application. Throws AppError `file-not-found` when the page has not been built. */
export function createApp(parts: ServiceParts): Express {
  const { records, settings, log } = parts;
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('trust proxy', settings.trustProxy === 0 ? false : settings.trustProxy);
  const metrics = createMetrics(records);
  const hub = createProgressHub(records);
  const sessions = createSessions(parts);
  const views = createViewNotes(parts.records, parts.now);
  app.once(STOPPING, () => hub.close());

  app.use(
    logRequests(log),
    hurryVisitors(VISITORS_PATIENCE),
    metrics.measure,
    securityHeaders(settings),
    compression({ filter: isCompressed }),
  );
  app.use(['/api', '/healthz', '/metrics'], noStore);
  const once = answerOnce(parts);
  for (const route of routeTable(parts, { metrics, hub, sessions, views })) {
    const { method, path, before = [], handle } = route;
    const guards = [...guardsOf(route, sessions, parts), ...before, ...(isDoneOnce(route) ? [once] : [])];
    app[method](path, nameRoute(path), ...guards, (request, response) => handle(request, response));
  }
  // Whoever is not signed in does not learn which addresses there are.
  app.use('/api', ...guardsOf({ access: 'account' }, sessions, parts), () => {
    throw new RequestError(404, 'not-found', HTTP_MESSAGES.notFound);
  });
  servePage(app, parts.webFolder);
  app.use(answerErrors);
  return app;
}

/** What all requests share. */
export interface Shared {
  readonly metrics: Metrics;
  readonly hub: ProgressHub;
  readonly sessions: Sessions;
  readonly views: ViewNotes;
}

/** Everything that the service does. */
export function routeTable(parts: ServiceParts, { metrics, hub, sessions, views }: Shared): readonly Route[] {
  const attempts = createAttempts(parts.settings);
  const limits = createVisitorLimits();
  const routes: Route[] = [
    ...healthRoutes(parts, metrics),
    ...sessionRoutes(parts, sessions, attempts),
    ...accountRoutes(parts, sessions, attempts),
    ...unitRoutes(parts),
    ...audienceRoutes(),
    ...erasureRoutes(parts),
    ...backupRoutes(parts),
    ...campaignRoutes(parts),
    ...draftRoutes(),
    ...documentRoutes(parts),
    ...suggestionRoutes(parts),
    ...batchRoutes(),
    ...uploadRoutes(parts),
    ...rosterRoutes(),
    ...peopleRosterRoutes(parts),
    ...writerRoutes(),
    ...reminderRoutes(),
    ...situationRoutes(parts),
    ...eventRoutes(hub, sessions),
    ...resultRoutes(parts, views),
    ...reviewRoutes(),
    ...auditRoutes(parts),
    ...decisionRoutes(parts),
    ...exportRoutes(parts),
    ...reportRoutes(parts),
    ...letterRoutes(parts, views),
    ...submissionRoutes(parts),
    ...tokenRoutes(parts),
    ...memberRoutes(parts),
    ...memberCodeRoutes(),
    ...roundRoutes(),
    ...apiRoutes(parts, () => routes),
    ...yearRoutes(parts),
    ...exemplaryRoutes(),
    ...signatureRoutes(),
    ...trackerRoutes(),
    ...figureRoutes(),
    ...textRequestRoutes(),
    ...outlineRoutes(parts),
    ...unitReportRoutes(parts),
    ...studyRoutes(parts),
    ...studyListRoutes(parts),
    ...materialRoutes(parts),
    ...questionRoutes(parts),
    ...quizRoutes(parts),
    ...sittingRoutes(parts, limits),
    ...doorRoutes(parts, limits),
    ...programmeRoutes(parts),
    ...programmeStepRoutes(),
    ...dutyRoutes(),
  ];
  return routes;
}

const noStore: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

/** A stream of events must not wait in a buffer until there is enough to compress. */
function isCompressed(request: Request, response: Response): boolean {
  return !String(response.get('Content-Type')).startsWith('text/event-stream') && compression.filter(request, response);
}
