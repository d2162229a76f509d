import { useLayoutEffect } from 'react';
import { recall, remember } from '../look/remember.js';
import { createSignal, useSignal } from '../look/signal.js';
import type { WordKey } from './words.js';

interface Key {
  /** As the browser names it, in lower case. */
  readonly key: string;
  /** As it is shown, where that is not the same in capitals. */
  readonly shown?: string;
  readonly word: WordKey;
  /** Whether it also counts while a choice (one of several, or a tick) has the focus. */
  readonly isForChoices?: true;
}

/** Every key that does something on some page, in the order in which they are listed. */
export const KEYS = {
  nextPassage: { key: 'j', word: 'keys.nextPassage' },
  previousPassage: { key: 'k', word: 'keys.previousPassage' },
  exclude: { key: 'x', word: 'keys.exclude' },
  include: { key: 'z', word: 'keys.include' },
  nextEssay: { key: 'n', word: 'keys.nextEssay' },
  previousEssay: { key: 'p', word: 'keys.previousEssay' },
  accept: { key: '1', word: 'keys.accept', isForChoices: true },
  rewrite: { key: '2', word: 'keys.rewrite', isForChoices: true },
  save: { key: 'enter', shown: 'Ctrl Enter', word: 'keys.save' },
  firstWriter: { key: 'enter', shown: 'Enter', word: 'keys.firstWriter' },
  writer: { key: '1', shown: '1 2 3', word: 'keys.writer' },
  nobody: { key: '0', word: 'keys.nobody' },
  otherFile: { key: 'arrowdown', shown: '↑ ↓', word: 'keys.otherFile' },
  search: { key: '/', word: 'keys.search' },
  help: { key: '?', word: 'keys.help' },
} as const satisfies Record<string, Key>;

/** Name of a key by what it does. */
export type KeyName = keyof typeof KEYS;

/** A key by its name, with everything that one may have. */
export const keyOf = (name: KeyName): Key => KEYS[name];

/** The letters of a key, one by one. */
export const shownKeys = (name: KeyName): readonly string[] => (keyOf(name).shown ?? keyOf(name).key.toUpperCase()).split(' ');

const STORED = 'soatbai.keys';
const isOn = createSignal(recall(STORED) !== 'off');

/** Whether single keys do something; the choice is kept on this machine. */
export const useHasKeys = (): boolean => useSignal(isOn);

/** Switches single keys on or off, on all pages. */
export function setHasKeys(on: boolean): void {
  remember(STORED, on ? 'on' : 'off');
  isOn.set(on);
}

const NAMES = Object.keys(KEYS) as KeyName[];
/** Who has which keys now; the same page may have one twice. */
const holders = new Set<readonly KeyName[]>();
const listed = createSignal<readonly KeyName[]>([]);

function list(): void {
  const held = new Set([...holders].flat());
  listed.set(NAMES.filter((name) => held.has(name)));
}

/** The keys of the page that is on the screen, in their order. */
export const useListed = (): readonly KeyName[] => useSignal(listed);

/** Lists keys while the page is there which some part of it listens to by itself. */
export function useListing(names: readonly KeyName[]): void {
  const all = names.join(' ');
  useLayoutEffect(() => {
    const held = all.split(' ').filter(Boolean) as KeyName[];
    holders.add(held);
    list();
    return () => {
      holders.delete(held);
      list();
    };
  }, [all]);
}
