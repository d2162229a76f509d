import { Fragment, type ReactNode } from 'react';
import { Link } from 'react-router';
import { formatCount } from '../../../api/format.js';
import type { DocumentView, EssayView } from '../../../api/view.js';
import { OutsideText, PlainText } from '../../look/outside-text.js';
import { oneLine } from '../figures.js';
import { quoteSentence, spokenWords } from '../quotation.js';
import { useWords } from '../words.js';

/** The longest evidence sentence beside the text, UTF-16 units. */
const LONGEST_SENTENCE = 240;
/** Words that are listed; all of them are marked in the sentences. */
const MOST_WORDS = 12;

type ThemeScore = EssayView['submission']['themes'][number];
type Evidence = ThemeScore['evidence'][number];

/** The words on which the score rests, in one line. */
export function SpokenWords({ evidence, document }: { evidence: readonly Evidence[]; document: DocumentView | undefined }): ReactNode {
  const say = useWords();
  const words = document === undefined ? [] : spokenWords(document.text, evidence);
  if (words.length === 0) return null;
  const left = words.length - MOST_WORDS;
  return (
    <p className="small">
      <b>{say('essay.because')}</b>{' '}
      {words.slice(0, MOST_WORDS).map((word, at) => (
        <Fragment key={word}>
          {at > 0 && ', '}
          <OutsideText text={word} />
        </Fragment>
      ))}
      {left > 0 && ` ${say('essay.wordsLeft', { n: formatCount(left) })}`}
    </p>
  );
}

interface EvidenceListProps {
  readonly score: ThemeScore;
  readonly place: number;
  readonly initials: string;
  readonly document: DocumentView | undefined;
}

/** The sentences that speak for a theme, each leading to its place, with the words marked that did. */
export function EvidenceList({ score: { evidence, discounted }, place, initials, document }: EvidenceListProps): ReactNode {
  const say = useWords();
  if (evidence.length === 0)
    return <p className="small muted">{say(discounted.length > 0 ? 'essay.noOwnEvidence' : 'essay.noEvidence')}</p>;
  return evidence.map((sentence, index) => (
    <blockquote key={sentence.start}>
      <Link to={{ hash: `mc-${place + 1}-${index + 1}` }}>
        <span lang="vi">{initials}</span>
        {index + 1}
        <span className="vh"> {say('essay.inText')}</span>
      </Link>{' '}
      “
      <span lang="vi">
        <Sentence sentence={sentence} document={document} />
      </span>
      ”
    </blockquote>
  ));
}

/** Until the essay's text is there, which the places of the words are of, the sentence stands without marks. */
function Sentence({ sentence, document }: { sentence: Evidence; document: DocumentView | undefined }): ReactNode {
  if (document === undefined) return <PlainText text={oneLine(sentence.text, LONGEST_SENTENCE)} />;
  const pieces = quoteSentence(document.text, sentence, { words: sentence.words, holes: document.hidden, length: LONGEST_SENTENCE });
  return pieces.map(({ start, text, spoke }) =>
    spoke ? (
      <mark className="spoke" key={start}>
        <PlainText text={text} />
      </mark>
    ) : (
      <PlainText text={text} key={start} />
    ),
  );
}
