import { z } from 'zod';

const chosenSchema = z.object({ unit: z.string(), people: z.array(z.string()).min(1) });

/** People of one unit who were chosen on a list, on their way to the form that summons exactly them. */
export type ChosenPeople = z.infer<typeof chosenSchema>;

/** Those whom the way here brought along; null where it brought nobody. */
export const readChosen = (state: unknown): ChosenPeople | null => chosenSchema.safeParse(state).data ?? null;
