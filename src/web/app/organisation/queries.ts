import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { listedUnitSchema, unitDetailSchema } from '../../../api/organisation.js';
import { chargeSchema } from '../../../api/programmes.js';
import { ask } from '../service/request.js';

/** Units that whoever is signed in administers. */
export const unitsQuery = queryOptions({ queryKey: ['units'], queryFn: () => ask('/api/units', z.array(listedUnitSchema)) });

/** Address of a unit in the service. */
export const unitAddress = (id: string): string => `/api/units/${encodeURIComponent(id)}`;

/** One unit with what its panel shows. */
export const unitQuery = (id: string) => queryOptions({ queryKey: ['unit', id], queryFn: () => ask(unitAddress(id), unitDetailSchema) });

/** Who is in charge of a unit. */
export const chargeQuery = (id: string) =>
  queryOptions({ queryKey: ['unit', id, 'in-charge'], queryFn: () => ask(`${unitAddress(id)}/in-charge`, chargeSchema) });

/** Has everything that is known of units asked for again. */
export async function refreshUnits(client: QueryClient): Promise<void> {
  await Promise.all([client.invalidateQueries(unitsQuery), client.invalidateQueries({ queryKey: ['unit'] })]);
}

/** Address of a unit's account. */
export const accountAt = (unit: string, account: string): string => `${unitAddress(unit)}/accounts/${encodeURIComponent(account)}`;
