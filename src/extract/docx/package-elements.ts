import type { XmlElement } from '../xml-stream.js';
import type { ElementHandler, ElementHandlers } from './elements.js';
import { isUnderstood } from './namespaces.js';
import type { Alternatives, Walk } from './walk.js';

const alternatives: ElementHandler = {
  open: (walk) => {
    walk.alternatives.push({ chosen: undefined, unseen: undefined, picturesBefore: walk.findings.pictures.length, pictures: [] });
  },
  close: (walk) => {
    const ended = walk.alternatives.pop();
    if (ended === undefined) return;
    for (const id of ended.pictures) walk.findings.pictures.push(id);
    ended.chosen?.replay(walk.sink);
    ended.unseen?.replay(walk.sink);
  },
};

function openBranch(walk: Walk, element: XmlElement): void {
  const current = alternativesAt(walk);
  if (current === undefined) return;
  const required = (element.get('Requires') ?? '').split(/\s+/).filter((prefix) => prefix !== '');
  const isKnown = required.every((prefix) => isUnderstood(element.namespace(prefix)));
  if (!isKnown || current.chosen?.isBlank === false || current.unseen !== undefined) {
    walk.skip();
    return;
  }
  if (current.chosen !== undefined) {
    walk.places.push({ ...walk.place, hidden: walk.place.hidden ?? 'layer' });
    // The run around goes on after the branch as it was before.
    walk.openRun(false);
  }
  walk.hold();
}

function closeBranch(walk: Walk): void {
  const current = alternativesAt(walk);
  if (current === undefined) return;
  const text = walk.release();
  if (current.chosen === undefined) current.chosen = text;
  else {
    walk.closeRun();
    walk.places.pop();
    if (!text.isBlank) current.unseen = text;
  }
  const pictures = walk.findings.pictures.splice(current.picturesBefore);
  if (pictures.length > current.pictures.length) current.pictures = pictures;
}

/** The alternatives that the innermost element is a branch of; a branch of none is looked through. */
function alternativesAt(walk: Walk): Alternatives | undefined {
  return walk.parent === 'mc:AlternateContent' ? walk.alternatives.at(-1) : undefined;
}

const branch: ElementHandler = { open: openBranch, close: closeBranch };

const chunk: ElementHandler = {
  open: (walk, element) => {
    const text = walk.context.linked.chunk(element.get('r:id') ?? '');
    if (text === undefined) walk.findings.unread.add('chunk');
    else text.replay(walk.sink);
    walk.skip();
  },
};

/** Elements that choose between contents, or bring in other files. */
export const PACKAGE_ELEMENTS: ElementHandlers = new Map<string, ElementHandler>([
  ['mc:AlternateContent', alternatives],
  ['mc:Choice', branch],
  ['mc:Fallback', branch],
  ['w:altChunk', chunk],
  ['w:subDoc', { open: (walk) => void walk.findings.unread.add('subdocument') }],
]);
