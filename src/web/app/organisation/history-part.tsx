import type { ReactNode } from 'react';
import { z } from 'zod';
import { formatMoment } from '../../../api/format.js';
import type { UnitDetailView } from '../../../api/organisation.js';
import { PlainText } from '../../look/outside-text.js';
import { type Say, useWords } from '../../words/words.js';
import { writeDay } from '../form/days.js';
import { useShownUnit } from './unit-panel.js';

/** What was done to the unit itself, newest first. */
export function HistoryPart(): ReactNode {
  const say = useWords();
  const { detail, units } = useShownUnit();
  const nameOf = (id: string | null): string => units.find((unit) => unit.id === id)?.name ?? say('organisation.event.elsewhere');
  return (
    <section className="panel" aria-labelledby="lich-su">
      <div className="panel__head">
        <h3 id="lich-su">{say('organisation.partHistory')}</h3>
      </div>
      {detail.history.length === 0 && <p className="panel__body muted">{say('organisation.historyEmpty')}</p>}
      <ol className="log">
        {detail.history.map((event) => (
          <li key={`${event.at} ${event.kind}`}>
            <time dateTime={event.at}>{formatMoment(new Date(event.at))}</time>
            <div>
              {sentences(event, nameOf, say).map((sentence) => (
                <p key={sentence}>
                  <PlainText text={sentence} />
                </p>
              ))}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

const change = z.object({ from: z.string().nullable(), to: z.string().nullable() }).optional().catch(undefined);
const detailsSchema = z.object({ name: z.string().catch(''), on: z.string().catch(''), parent: change, until: change }).loose();
const renamedSchema = z.object({ renamed: change });

function sentences({ actor, kind, details }: UnitDetailView['history'][number], nameOf: (id: string | null) => string, say: Say): string[] {
  const who = say('log.who', { name: actor });
  const facts = detailsSchema.parse(details);
  if (kind === 'unit-created') return [say('organisation.event.created', { who, name: facts.name })];
  if (kind === 'settings-changed') return [say('organisation.event.limits', { who })];
  const on = facts.on === '' ? '' : writeDay(facts.on);
  const { renamed } = renamedSchema.parse(details);
  const told = [
    renamed && say('organisation.event.renamed', { who, on, from: renamed.from ?? '', to: renamed.to ?? '' }),
    facts.parent && say('organisation.event.moved', { who, on, from: nameOf(facts.parent.from), to: nameOf(facts.parent.to) }),
    facts.until &&
      (facts.until.to === null
        ? say('organisation.event.reopened', { who, on })
        : say('organisation.event.ended', { who, day: writeDay(facts.until.to) })),
  ].filter((one) => one !== undefined);
  return told.length > 0 ? told : [say('organisation.event.changed', { who, on })];
}
