import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scopeOf } from '../units.js';
import { world } from './world.js';
import { openWorlds } from './worlds.js';

it('lists of who has studied, the quiz page and figures tell the same people, whatever they did', async () => {
  const { service, campaign, put } = await openWorlds();
  await fc.assert(
    fc.asyncProperty(world, async (made) => {
      put(made);
      for (const place of made.units.keys()) {
        const { rosters, quizzes, figures, trackers } = service.records.within(scopeOf(`u${place}`));
        const people = await rosters.people(campaign);
        const standing = (study: string): number => people.filter((one) => one.study === study).length;
        const { own } = await figures.of(campaign, { keyCadres: false });
        expect({ attended: own.attended, caughtUp: own.caughtUp, notYet: own.notYet }).toEqual({
          attended: standing('attended'),
          caughtUp: standing('caught-up'),
          notYet: standing('not-yet') + standing('unknown'),
        });
        const cadres = (await figures.of(campaign, { keyCadres: true })).own;
        expect(cadres.attended + cadres.caughtUp).toBe(
          people.filter(({ isKeyCadre, study }) => isKeyCadre && (study === 'attended' || study === 'caught-up')).length,
        );
        // Of whom nobody has said, the tracker tells nothing either.
        const { total } = await trackers.of(campaign, { keyCadres: false });
        if (made.units.every(({ parent }) => parent !== place)) expect(total.attendanceKnown).toBe(people.length - standing('unknown'));
        const [quiz] = await quizzes.list(campaign);
        expect([own.quizTaken, own.quizPassed]).toEqual([quiz?.counts.taken, quiz?.counts.passed]);
      }
    }),
    { numRuns: 60 },
  );
}, 300_000);

it('counts an attempt at a quiz from the moment its time is up, though nothing is written then', async () => {
  const { service, campaign, put } = await openWorlds();
  const [made] = fc.sample(
    world.filter(({ people }) => people.some(({ quiz }) => quiz?.end === 'running' && quiz.right >= 7)),
    1,
  );
  put(made!);
  const { figures } = service.records.within(scopeOf('u0'));
  const attempts = made!.people.flatMap(({ quiz }) => quiz ?? []);
  const look = async () => (await figures.of(campaign, { keyCadres: false })).all;
  const before = await look();
  expect(before.quizTaken).toBe(attempts.filter(({ end }) => end !== 'running').length);
  expect(await look()).toEqual(before);
  service.clock.pass(3_600_000);
  const after = await look();
  expect([after.quizTaken, after.quizPassed]).toEqual([attempts.length, attempts.filter(({ right }) => right >= 7).length]);
});
