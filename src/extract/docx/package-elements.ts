import type { XmlElement } from '../xml-stream.js';
import type { ElementHandler, ElementHandlers } from './elements.js';
import { isUnderstood } from './namespaces.js';
import type { Walk } from './walk.js';

const alternatives: ElementHandler = {
  open: (walk) => {
    walk.alternatives.push({ chosen: undefined, picturesBefore: walk.findings.pictures.length, pictures: [] });
  },
  close: (walk) => {
    const ended = walk.alternatives.pop();
    if (ended === undefined) return;
    for (const id of ended.pictures) walk.findings.pictures.push(id);
    ended.chosen?.replay(walk.sink);
  },
};

function openBranch(walk: Walk, element: XmlElement): void {
  const chosen = walk.alternatives.at(-1)?.chosen;
  const required = (element.get('Requires') ?? '').split(/\s+/).filter((prefix) => prefix !== '');
  const isKnown = required.every((prefix) => isUnderstood(element.namespace(prefix)));
  if (chosen !== undefined || !isKnown) walk.skip();
  else walk.hold();
}

function closeBranch(walk: Walk): void {
  const text = walk.release();
  const current = walk.alternatives.at(-1);
  if (current === undefined) return;
  if (!text.isBlank) current.chosen = text;
  const pictures = walk.findings.pictures.splice(current.picturesBefore);
  if (pictures.length > current.pictures.length) current.pictures = pictures;
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
