import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Records } from '../corpus/records/records.js';
import { routeOf } from './route.js';

/** Figures on the process and its work, none of which names anybody. */
export interface Metrics {
  readonly measure: RequestHandler;
  readonly contentType: string;
  /** All figures in the text format of Prometheus. */
  collect(): Promise<string>;
}

const ofProcess = new Registry();
let isMeasured = false;

/** Once a process: each measurement of its own would sample the event loop for as long as the process lives. */
function measureProcess(): void {
  if (isMeasured) return;
  isMeasured = true;
  collectDefaultMetrics({ register: ofProcess });
}

/** Figures of one service, and of the process that it runs in. */
export function createMetrics(records: Records): Metrics {
  measureProcess();
  const registry = new Registry();
  const durations = new Histogram({
    name: 'soatbai_http_request_duration_seconds',
    help: 'Time until a request was answered in full.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10, 60],
    registers: [registry],
  });
  new Gauge({
    name: 'soatbai_jobs_waiting',
    help: 'Jobs that are not over.',
    registers: [registry],
    async collect() {
      this.set(await countJobs(records));
    },
  });
  return {
    measure: (request, response, next) => {
      const stop = durations.startTimer();
      response.once('close', () => stop({ method: request.method, route: routeOf(response), status: response.statusCode }));
      next();
    },
    contentType: registry.contentType,
    collect: () => Registry.merge([ofProcess, registry]).metrics(),
  };
}

async function countJobs({ campaigns, jobs }: Records): Promise<number> {
  let count = 0;
  for (const { id, isBusy } of await campaigns.list()) {
    if (isBusy) count += (await jobs.ofCampaign(id)).filter(({ state }) => state === 'queued' || state === 'running').length;
  }
  return count;
}
