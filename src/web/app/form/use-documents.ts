import { useCallback, useRef, useState } from 'react';
import { type DefinitionView, documentAnswerSchema } from '../../../api/service.js';
import { useWords } from '../../words/words.js';
import { describeError } from '../frame/describe-error.js';
import { renewSession, ServiceError } from '../service/request.js';
import { sendForm } from '../service/send-form.js';
import type { Role } from './campaign-form.js';
import { newKey } from './keys.js';

export type DocumentRef = DefinitionView['references'][number];

/** A document that is on its way, or that was not taken. */
export interface PendingDocument {
  readonly key: string;
  readonly role: Role;
  readonly file: string;
  /** Percent that has left this machine; null once it is not being sent. */
  readonly percent: number | null;
  /** Why it was not taken; empty while it is on its way. */
  readonly wrong: string;
}

/** What sending documents gives a form. */
export interface Documents {
  readonly pending: readonly PendingDocument[];
  /** Syllables of the documents that were read on this page, by SHA-256. */
  readonly syllables: ReadonlyMap<string, number>;
  send(role: Role, files: readonly File[]): void;
  forget(key: string): void;
}

/** Sends documents as soon as they are chosen; `onRead` hears of each that could be read. */
export function useDocuments(onRead: (role: Role, document: DocumentRef) => void): Documents {
  const say = useWords();
  const [pending, setPending] = useState<readonly PendingDocument[]>([]);
  const [syllables, setSyllables] = useState<ReadonlyMap<string, number>>(new Map());
  const read = useRef(onRead);
  read.current = onRead;

  const change = useCallback((key: string, part: Partial<PendingDocument>) => {
    setPending((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  }, []);
  const forget = useCallback((key: string) => setPending((all) => all.filter((one) => one.key !== key)), []);

  const sendOne = useCallback(
    async (role: Role, file: File) => {
      const key = newKey();
      setPending((all) => [...all, { key, role, file: file.name, percent: 0, wrong: '' }]);
      const onSent = (bytes: number): void => change(key, { percent: Math.min(100, Math.floor((bytes / Math.max(1, file.size)) * 100)) });
      try {
        const { syllables: count, sha256, file: name } = await sendDocument(file, onSent);
        setSyllables((all) => new Map(all).set(sha256, count));
        forget(key);
        read.current(role, { file: name, sha256 });
      } catch (error) {
        change(key, { percent: null, wrong: describeError(error, say) });
      }
    },
    [change, forget, say],
  );

  return {
    pending,
    syllables,
    forget,
    send: (role, files) => {
      for (const file of files) void sendOne(role, file);
    },
  };
}

async function sendDocument(file: File, onSent: (bytes: number) => void) {
  const send = () => sendForm('/api/documents', [{ path: file.name.normalize('NFC'), file }], documentAnswerSchema, onSent);
  try {
    return await send();
  } catch (error) {
    const isSession = error instanceof ServiceError && (error.status === 401 || error.status === 403);
    if (isSession && (await renewSession())) return send();
    throw error;
  }
}
