import { writeSync } from 'node:fs';
import { STEPS, type Step, watchSteps } from '../model/steps.js';

/** Steps at which a process of the service kills itself, `step` or `step:n` for the n-th time, separated by commas. */
export const KILL_AT = 'SOATBAI_KILL_AT';
/** Which process does: `web` (a command counts as that too) or `worker`; both unless set. */
const KILL_IN = 'SOATBAI_KILL_IN';

/**
 * For trying out recovery: a process told so by its environment ends like one that loses power, without a last word but
 * the name of the step. Throws RangeError for a step that does not exist.
 */
export function killAtStep(process: 'main' | 'worker'): void {
  const { [KILL_AT]: at = '', [KILL_IN]: only = '' } = globalThis.process.env;
  if (at === '' || (only !== '' && only !== (process === 'main' ? 'web' : process))) return;
  const wanted = new Map(at.split(',').map(parseStep));
  const seen = new Map<Step, number>();
  watchSteps((step) => {
    const times = (seen.get(step) ?? 0) + 1;
    seen.set(step, times);
    if (wanted.get(step) !== times) return;
    writeSync(2, `${KILL_AT} ${step}\n`);
    globalThis.process.kill(globalThis.process.pid, 'SIGKILL');
  });
}

function parseStep(text: string): readonly [Step, number] {
  const [name, times = '1'] = text.split(':');
  const step = STEPS.find((one) => one === name);
  if (step === undefined || !/^[1-9]\d*$/.test(times)) throw new RangeError(`${KILL_AT}: ${text}`);
  return [step, Number(times)];
}
