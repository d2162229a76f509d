import { type ReactNode, useEffect, useState } from 'react';
import { formatCount } from '../../../api/format.js';
import type { BatchDetailView, BatchView, JobView } from '../../../api/service.js';
import { Icon, type IconName } from '../../look/icons.js';
import { Meter } from '../../look/marks.js';
import { type Say, useWords } from '../../words/words.js';
import { addSighting, describeEstimate, estimateSeconds, type Sighting } from './estimate.js';
import { sortOf } from './file-rows.js';
import { isUnderway } from './live-batch.js';
import { SpokenProgress } from './spoken-progress.js';

/** The steps that a person sees, in their order; the others pass in a moment. */
const STEPS: readonly JobView['step'][] = ['list', 'read', 'match', 'refresh', 'record'];

/** How far the machine is with a batch: the step with its counts, the time once it can honestly be told, files by state. */
export function WorkMeter({ detail }: { detail: BatchDetailView }): ReactNode {
  const say = useWords();
  const { batch } = detail;
  const seen = useSightings(batch.job);
  const seconds = estimateSeconds(seen);
  const isOn = isUnderway(batch);
  const step = stepOf(batch, say);
  const { value, max } = progressOf(batch);
  return (
    <section className="panel panel__body--tight stack stack--tight" aria-label={say('batch.progress')}>
      <div className="row row--apart small">
        <span>
          <b>{step}</b>
          {isOn && seconds !== null && ` · ${describeEstimate(seconds, say)}`}
        </span>
        <Counts detail={detail} />
      </div>
      <Meter value={value} max={max} label={say('batch.meter')} />
      <SpokenProgress text={step} isOver={!isOn} />
    </section>
  );
}

function Counts({ detail: { items } }: { detail: BatchDetailView }): ReactNode {
  const say = useWords();
  const read = items.filter((item) => item.state === 'read' && sortOf(item) === 'done').length;
  const waiting = items.filter(({ state }) => state === 'waiting').length;
  const person = items.filter((item) => sortOf(item) === 'person').length;
  return (
    <span className="legend">
      {read > 0 && <Count look="ok" icon="check" text={say('batch.countRead', { n: formatCount(read) })} />}
      {waiting > 0 && <Count look="wait" icon="clock" text={say('batch.countWaiting', { n: formatCount(waiting) })} />}
      {person > 0 && <Count look="bad" icon="cross" text={say('batch.countPerson', { n: formatCount(person) })} />}
    </span>
  );
}

function Count({ look, icon, text }: { look: 'ok' | 'wait' | 'bad'; icon: IconName; text: string }): ReactNode {
  return (
    <span className={`state state--${look}`}>
      <Icon name={icon} />
      {text}
    </span>
  );
}

function stepOf(batch: BatchView, say: Say): string {
  const { job, state } = batch;
  if (state === 'done' || state === 'failed' || job === null) return say(`batch.states.${state}`);
  const name = say(`batch.step.${job.step}`);
  return job.total > 0 ? say('batch.stepCount', { step: name, done: formatCount(job.done), total: formatCount(job.total) }) : name;
}

/** Reading and comparing are most of the work: each step fills its own part of the bar. */
function progressOf({ state, job }: BatchView): { readonly value: number; readonly max: number } {
  if (state === 'done') return { value: 100, max: 100 };
  const place = job === null ? -1 : STEPS.indexOf(job.step);
  if (job === null || place < 0) return { value: 0, max: 100 };
  const ends = [2, 60, 94, 98, 100] as const;
  const [from, to] = [place === 0 ? 0 : (ends[place - 1] ?? 0), ends[place] ?? 100];
  const part = job.total === 0 ? 0 : Math.min(1, job.done / job.total);
  return { value: Math.round(from + (to - from) * part), max: 100 };
}

function useSightings(job: JobView | null): readonly Sighting[] {
  const [seen, setSeen] = useState<readonly Sighting[]>([]);
  const { step, done, total } = job ?? { step: 'waiting', done: 0, total: 0 };
  useEffect(() => setSeen((before) => addSighting(before, { step, done, total, at: performance.now() })), [step, done, total]);
  return seen;
}
