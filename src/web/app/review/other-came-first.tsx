import type { ReactNode } from 'react';
import { PlainText } from '../../look/outside-text.js';
import { Note } from '../../look/states.js';
import { useWords } from '../../words/words.js';

/** Somebody else decided in between: what they did, when and why; what one did oneself is not recorded. */
export function OtherCameFirst(props: {
  title: string;
  reason?: string;
  yours: string;
  onReview: () => void;
  children?: ReactNode;
}): ReactNode {
  const { title, reason = '', yours, onReview, children } = props;
  const say = useWords();
  return (
    <div className="stack stack--tight">
      <Note kind="bad" role="alert" title={title}>
        {children}
        {reason !== '' && (
          <p className="small">
            “<PlainText text={reason} />”
          </p>
        )}
      </Note>
      <p className="small">{yours}</p>
      <p>
        <button type="button" className="btn" onClick={onReview}>
          {say('review.look')}
        </button>
      </p>
    </div>
  );
}

/** Hour and minute of a moment, as messages name it. */
export const hourOf = (at: string): string => new Date(at).toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit' });
