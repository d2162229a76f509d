import { describe, expect, test } from 'vitest';
import { routeTable } from '../../src/http/app.js';
import { createMetrics } from '../../src/http/metrics.js';
import { createProgressHub } from '../../src/http/progress-hub.js';
import type { Route } from '../../src/http/route.js';
import { createSessions } from '../../src/http/sessions.js';
import { createViewNotes } from '../../src/http/view-notes.js';
import { ROLES, type Role } from '../../src/model/access.js';
import type { Service } from './service.js';
import { handIn, twoUnits } from './strangers.js';
import { addUnit, enterAs } from './units.js';

/*
 * What each role may not do at its own unit, told by what a route is about. Generated from the route table: a new route is held
 * against these rules by its address alone, and is asked for by those whom they shut out.
 */

/** What essays say, what was found of them, and what was concluded. */
const ABOUT_ESSAYS =
  /^\/api\/(submissions|queue|text-requests|campaigns\/:id\/(essays|overview|accept|groups|submissions|documents|results|report\.|letters|assignments|reviewers|rounds|rewriting|second-looks|exemplary|text-requests|unit-groups|log|writers|draft|batches)|batches|years)/;
/** Where conclusions, and what they rest on, are written down. */
const CONCLUDING = /\/(conclusion|accept|exclusions|undo|themes\/:theme|assignments|rounds|second-looks\/:look|exemplary)$|\/exemplary\//;
/** Asks by POST, since what is asked for may be long, and changes nothing. */
const READS_BY_POST = ['/api/campaigns/:id/results/export'];

const RULES: readonly { readonly role: Role; readonly says: string; readonly isShut: (route: Route) => boolean }[] = [
  { role: 'board', says: 'reads no essay and no result', isShut: ({ path }) => ABOUT_ESSAYS.test(path) },
  { role: 'board', says: 'signs nothing', isShut: ({ method, path }) => method !== 'get' && /\/(signature|signer|send)$/.test(path) },
  { role: 'secretary', says: 'concludes nothing by this role', isShut: ({ method, path }) => method !== 'get' && CONCLUDING.test(path) },
  {
    role: 'secretary',
    says: 'reads no essay by this role',
    isShut: ({ path }) => /\/(essays|overview|documents|results|letters|groups)(\/|\.|$)/.test(path),
  },
  {
    role: 'inspection',
    says: 'changes nothing',
    isShut: ({ method, path }) => method !== 'get' && !READS_BY_POST.includes(path),
  },
  { role: 'reviewer', says: 'signs nothing', isShut: ({ method, path }) => method !== 'get' && /\/(signature|signer|send)$/.test(path) },
  { role: 'committee', says: 'signs nothing', isShut: ({ method, path }) => method !== 'get' && /\/(signature|signer|send)$/.test(path) },
  {
    role: 'administrator',
    says: 'reads no essay, no result and no yearly extract',
    isShut: ({ path }) => ABOUT_ESSAYS.test(path) || /\/(sessions|materials|roster)/.test(path),
  },
];

describe('what a role may not do', () => {
  test('is shut to it by the table of routes, and each rule shuts something', async () => {
    const { service } = await twoUnits();
    for (const { role, says, isShut } of RULES) {
      const shut = roleRoutes(service).filter(isShut);
      expect([role, says, shut.length > 0]).toEqual([role, says, true]);
      const open = shut.filter(({ access }) => access.includes(role));
      expect([role, says, open.map(({ method, path }) => `${method} ${path}`)]).toEqual([role, says, []]);
    }
  });

  test('answers that there is no such address, at the unit itself', async () => {
    const { service, ids, units } = await twoUnits();
    for (const role of ROLES) {
      const browser = await enterAs(service, units.own, [role]);
      const rules = RULES.filter((rule) => rule.role === role);
      for (const route of roleRoutes(service).filter((one) => rules.some(({ isShut }) => isShut(one)))) {
        const { method, path } = route;
        const address = path.replaceAll(/:\w+/g, (name) =>
          encodeURIComponent((name === ':id' ? ids.ids[path.slice(0, path.indexOf('/:id'))] : ids.ids[name]) ?? 'x'),
        );
        const answer = method === 'get' ? await browser.get(address) : await browser.send(method, address, {});
        expect([role, method, path, answer.status]).toEqual([role, method, path, 404]);
      }
    }
  });

  test('adds up where one holds two roles: the secretary who is in the committee concludes by the one and signs by the other', async () => {
    const { service } = await twoUnits();
    const unit = addUnit(service, 'Chi bộ Gò Sậy');
    const both = await enterAs(service, unit, ['committee', 'secretary'], 'Đồng chí hai vai');
    const { campaign, batch, essay } = await handIn(service, both);
    const address = `/api/campaigns/${campaign}/essays/${encodeURIComponent(essay)}/conclusion`;
    await both.send('put', address, { verdict: 'accepted', grounds: [], reason: '', revision: 0 }).expect(200);
    const counts = { essays: 1, accepted: 1, rewrite: 0, open: 0 };
    await both.send('put', `/api/batches/${batch}/signature`, { post: 'Bí thư', name: 'Hai Vai', counts, before: null }).expect(200);
  });
});

/** Routes of those who hold roles. */
function roleRoutes({ parts }: Service): readonly (Route & { readonly access: readonly Role[] })[] {
  const shared = {
    metrics: createMetrics(parts.records),
    hub: createProgressHub(parts.records),
    sessions: createSessions(parts),
    views: createViewNotes(parts.records, parts.now),
  };
  return routeTable(parts, shared).filter(
    (route): route is Route & { readonly access: readonly Role[] } => typeof route.access !== 'string',
  );
}
