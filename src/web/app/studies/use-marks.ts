import { useMemo, useState } from 'react';
import type { SessionPersonView } from '../../../api/study.js';
import type { SentMark } from './use-marking.js';

type Mark = SessionPersonView['mark'];

interface Marks {
  readonly markOf: (person: SessionPersonView) => Mark;
  /** What is noted beside the mark; of whoever is not summoned nothing is. */
  readonly noteOf: (person: SessionPersonView) => string;
  readonly isChanged: (person: SessionPersonView) => boolean;
  readonly put: (some: readonly SessionPersonView[], next: (now: Mark) => Mark) => void;
  readonly putNote: (person: SessionPersonView, note: string) => void;
  /** What is not saved yet, as it is sent. */
  readonly changed: readonly SentMark[];
  readonly drop: () => void;
}

const NO_MARKS: ReadonlyMap<string, Mark> = new Map();
const NO_NOTES: ReadonlyMap<string, string> = new Map();

/** Marks and notes of people as they are on the screen: those that are kept, with what was changed and not saved. */
export function useMarks(people: readonly SessionPersonView[]): Marks {
  const [marks, setMarks] = useState(NO_MARKS);
  const [notes, setNotes] = useState(NO_NOTES);
  const markOf = ({ id, mark }: SessionPersonView): Mark => marks.get(id) ?? mark;
  const noteOf = (person: SessionPersonView): string => (markOf(person) === 'none' ? '' : (notes.get(person.id) ?? person.note));
  const isChanged = ({ id }: SessionPersonView): boolean => marks.has(id) || notes.has(id);
  const changed = useMemo(
    () =>
      people
        .filter(({ id }) => marks.has(id) || notes.has(id))
        .map(({ id, mark, note }): SentMark => {
          const now = marks.get(id) ?? mark;
          const written = now === 'none' ? undefined : notes.get(id);
          return { person: id, mark: now, before: mark, ...(written !== undefined && { note: written, noteBefore: note }) };
        }),
    [people, marks, notes],
  );
  const put: Marks['put'] = (some, next) => {
    const all = new Map(marks);
    for (const person of some) {
      const mark = next(markOf(person));
      if (mark === person.mark) all.delete(person.id);
      else all.set(person.id, mark);
    }
    setMarks(all);
  };
  const putNote: Marks['putNote'] = (person, note) => {
    const all = new Map(notes);
    if (note === person.note) all.delete(person.id);
    else all.set(person.id, note);
    setNotes(all);
  };
  const drop = (): void => {
    setMarks(NO_MARKS);
    setNotes(NO_NOTES);
  };
  return { markOf, noteOf, isChanged, put, putNote, changed, drop };
}
