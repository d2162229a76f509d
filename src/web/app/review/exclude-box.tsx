import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { formatMoment, formatShare } from '../../../api/format.js';
import type { ExclusionInput } from '../../../api/review.js';
import type { EssayView, ExcludedView } from '../../../api/view.js';
import { PlainText } from '../../look/outside-text.js';
import type { PassagePlace } from '../../viewer/source.js';
import { useEssay } from '../../viewer/source.js';
import { useKeys } from '../../viewer/use-keys.js';
import { useWords } from '../../words/words.js';
import { Problem } from '../frame/problem.js';
import { toast } from '../frame/toasts.js';
import { ExcludeDialog } from './exclude-dialog.js';
import { correct, essayAddress, showCorrected } from './queries.js';

/** Takes the passage that is looked at out of the figures, or has it count again. */
export function ExcludeBox({ campaign, place }: { campaign: string; place: PassagePlace }): ReactNode {
  const say = useWords();
  const [isAsking, ask] = useState(false);
  const { essay, pair, current } = place;
  const passage = pair.passages.find(({ number }) => number === current);
  const excluded = passage?.excluded;
  const { undo, error, isUndoing } = useUndo(campaign, essay);
  const last = pair.passages.flatMap((one) => one.excluded ?? []).reduce<ExcludedView | undefined>(newest, undefined);
  const canExclude = passage !== undefined && excluded === undefined && pair.isOwn;
  const keys = useMemo(() => {
    const taken = excluded ?? last;
    return { exclude: canExclude ? () => ask(true) : undefined, include: taken && (() => undo(taken.exclusion)) };
  }, [canExclude, excluded, last, undo]);
  useKeys(keys);
  if (passage === undefined) return null;
  return (
    <div className="exclude stack stack--tight noprint">
      {excluded === undefined ? (
        <button type="button" className="btn btn--small" aria-keyshortcuts="x" disabled={!canExclude} onClick={() => ask(true)}>
          {say('review.exclude', { n: current })}
        </button>
      ) : (
        <>
          <p className="small">
            <b>{say('review.excluded', { n: current })}</b> “<PlainText text={excluded.reason} />”{' '}
            <span className="muted">{say('review.by', { by: excluded.by, moment: formatMoment(new Date(excluded.at)) })}</span>
          </p>
          <button
            type="button"
            className="btn btn--small"
            aria-keyshortcuts="z"
            disabled={isUndoing}
            onClick={() => undo(excluded.exclusion)}
          >
            {say('review.undo')}
          </button>
        </>
      )}
      <Problem error={error} />
      {isAsking && canExclude && <Asking campaign={campaign} place={place} undo={undo} close={() => ask(false)} />}
    </div>
  );
}

interface AskingProps {
  readonly campaign: string;
  readonly place: PassagePlace;
  readonly undo: (exclusion: number) => void;
  readonly close: () => void;
}

/** Asks for the reason and excludes the passage that is looked at. */
function Asking({ campaign, place, undo, close }: AskingProps): ReactNode {
  const say = useWords();
  const client = useQueryClient();
  const { essay, other, otherRow, pair, current } = place;
  const twin = useEssay(otherRow?.id ?? essay.submission.id).data;
  const passage = pair.passages.find(({ number }) => number === current)!;
  const exclude = useMutation({
    mutationFn: (input: ExclusionInput) =>
      correct(`${essayAddress(campaign, essay.submission.id)}/exclusions`, { method: 'POST', json: input }),
    onSuccess: (changed) => {
      showCorrected(client, campaign, changed);
      const taken = changed.corrections?.excluded
        .filter(({ match }) => match === other)
        .reduce<ExcludedView | undefined>(newest, undefined);
      toast(
        say('review.excludedNow', { n: current, ...figures(essay, changed) }),
        taken === undefined ? null : () => undo(taken.exclusion),
      );
      close();
    },
  });
  return (
    <ExcludeDialog
      number={current}
      hasTwin={otherRow !== undefined && twin?.corrections !== undefined}
      exclude={exclude}
      onExclude={({ reason, everywhere, both }) => {
        const ownTwin = both && otherRow !== undefined && twin?.corrections;
        exclude.mutate({
          other: everywhere ? '*' : other,
          span: passage.first,
          reason,
          revision: essay.corrections?.revision ?? 0,
          ...(ownTwin && { twin: { essay: other, span: passage.second, revision: ownTwin.revision } }),
        });
      }}
      onReview={() => {
        void client.invalidateQueries({ queryKey: ['view', campaign] });
        close();
      }}
      onClose={close}
    />
  );
}

function useUndo(campaign: string, essay: EssayView) {
  const say = useWords();
  const client = useQueryClient();
  const { id } = essay.submission;
  const revert = useMutation({
    mutationFn: (exclusion: number) => {
      // As it is now, also for who presses "undo" after the page has gone on.
      const known = client.getQueryData<EssayView>(['view', campaign, 'essay', id]) ?? essay;
      const json = { revision: known.corrections?.revision ?? 0 };
      return correct(`${essayAddress(campaign, id)}/exclusions/${exclusion}/undo`, { method: 'POST', json });
    },
    onSuccess: (changed) => {
      showCorrected(client, campaign, changed);
      toast(say('review.undone', figures(null, changed)));
    },
    onError: () => void client.invalidateQueries({ queryKey: ['view', campaign] }),
  });
  return { undo: revert.mutate, error: revert.error, isUndoing: revert.isPending };
}

const newest = (last: ExcludedView | undefined, one: ExcludedView): ExcludedView =>
  last !== undefined && last.exclusion >= one.exclusion ? last : one;

function figures(before: EssayView | null, after: EssayView): { before: string; after: string } {
  return { before: formatShare(before?.submission.copied.best ?? null), after: formatShare(after.submission.copied.best) };
}
