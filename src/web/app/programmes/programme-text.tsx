import type { ReactNode } from 'react';
import type { ProgrammeView } from '../../../api/programmes.js';
import { PlainText } from '../../look/outside-text.js';
import { useWords } from '../../words/words.js';

interface Piece {
  readonly start: number;
  readonly text: string;
  readonly isGeneric: boolean;
}

/** The text, with what stands in many units' programmes marked in it. */
export function ProgrammeText({ programme: { text, file, generic } }: { programme: ProgrammeView }): ReactNode {
  const say = useWords();
  return (
    <section className="panel" aria-labelledby="noi-dung-chuong-trinh">
      <div className="panel__head">
        <h2 id="noi-dung-chuong-trinh">{say('programmes.text')}</h2>
        {file !== null && <span className="small muted">{say('programmes.fileName', { file })}</span>}
      </div>
      <div className="panel__body">
        {text === '' ? (
          <p className="small muted">{say('programmes.noText')}</p>
        ) : (
          <article className="essay" lang="vi" aria-label={say('programmes.text')}>
            {[...text.matchAll(/[^\n]+/g)].map(({ 0: line, index }) => (
              <p key={index}>
                {piecesOf(line, index, generic?.spans ?? []).map((piece) =>
                  piece.isGeneric ? (
                    <mark key={piece.start} className="shared" title={say('programmes.genericMark')}>
                      <PlainText text={piece.text} />
                    </mark>
                  ) : (
                    <PlainText key={piece.start} text={piece.text} />
                  ),
                )}
              </p>
            ))}
          </article>
        )}
      </div>
    </section>
  );
}

/** A line cut where marked stretches begin and end; spans are in order and may reach over several lines. */
function piecesOf(line: string, start: number, spans: readonly { readonly start: number; readonly end: number }[]): Piece[] {
  const pieces: Piece[] = [];
  const end = start + line.length;
  let at = start;
  const add = (to: number, isGeneric: boolean): void => {
    if (to > at) pieces.push({ start: at, text: line.slice(at - start, to - start), isGeneric });
    at = Math.max(at, to);
  };
  for (const span of spans.filter((one) => one.start < end && one.end > start)) {
    add(Math.max(at, span.start), false);
    add(Math.min(end, span.end), true);
  }
  add(end, false);
  return pieces;
}
