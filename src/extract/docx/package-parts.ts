import type { ExtractLimits } from '../../model/extraction.js';
import { type Archive, unpack, unpackOne } from '../archive.js';
import { damaged } from '../rejection.js';
import { parseXml } from '../xml-stream.js';
import { DOCX_NAMESPACES } from './namespaces.js';

/** A relationship of a part to another one. */
export interface Relationship {
  readonly id: string;
  /** Last step of its type, such as `footnotes`: the same in transitional and in strict files. */
  readonly type: string;
  /** Name of the part. */
  readonly target: string;
}

/** The parts of a DOCX that are read (ECMA-376 part 2, 6). */
export interface DocxParts {
  readonly main: Buffer;
  readonly relationships: readonly Relationship[];
  /** By name. */
  readonly parts: ReadonlyMap<string, Buffer>;
  /** The first part of a type. */
  part(type: string): Buffer | undefined;
  /** Unpacks more parts, by name. */
  unpack(names: ReadonlySet<string>): Promise<ReadonlyMap<string, Buffer>>;
  /** Unpacks one part. Throws a Rejection where it is damaged or over a limit. */
  unpackOne(name: string): Promise<Buffer>;
}

const PACKAGE_RELATIONSHIPS = '_rels/.rels';
/** Types of the parts that are read in any case; what else is in the file, such as customXml, may be as odd as it likes. */
const READ_TYPES = new Set(
  'styles settings theme diagramData chart aFChunk core-properties extended-properties extendedProperties'.split(' '),
);
/** Where word processors put parts, for files that do not say it; from the folder of the main part. */
const USUAL_PARTS: readonly (readonly [type: string, target: string])[] = [
  ['styles', 'styles.xml'],
  ['settings', 'settings.xml'],
  ['theme', 'theme/theme1.xml'],
  ['footnotes', 'footnotes.xml'],
  ['endnotes', 'endnotes.xml'],
  ['comments', 'comments.xml'],
  ['core-properties', '/docProps/core.xml'],
  ['extended-properties', '/docProps/app.xml'],
];

/** Finds and unpacks the parts that the relationships name. Throws a Rejection where there is no main part or a limit is passed. */
export async function unpackParts(archive: Archive, limits: ExtractLimits): Promise<DocxParts> {
  const names = new Map([...archive.entries.keys()].map((name) => [name.toLowerCase(), name]));
  const read = async (part: string): Promise<Relationship[]> => {
    const name = names.get(relationshipsOf(part).toLowerCase());
    return name === undefined ? [] : readRelationships(await unpackOne(archive, name, limits), part, limits);
  };
  const ofPackage = await read('');
  const documents = ofPackage.filter(({ type }) => type === 'officeDocument').map(({ target }) => names.get(target.toLowerCase()));
  const main = documents.find((name) => name !== undefined) ?? names.get('word/document.xml');
  if (main === undefined) throw damaged(new Error('no main part'));
  const relationships = withUsual([...ofPackage, ...(await read(main))], main)
    .map((one) => ({ ...one, target: names.get(one.target.toLowerCase()) ?? '' }))
    .filter(({ target }) => target !== '');
  const wanted = new Set(relationships.filter(({ type }) => READ_TYPES.has(type)).map(({ target }) => target)).add(main);
  const unpackNamed = (some: ReadonlySet<string>) => unpack(archive, (name) => some.has(name), limits);
  const parts = await unpackNamed(wanted);
  const part = (type: string) => parts.get(relationships.find((one) => one.type === type)?.target ?? '');
  return {
    main: parts.get(main) ?? Buffer.alloc(0),
    relationships,
    parts,
    part,
    unpack: unpackNamed,
    unpackOne: (name) => unpackOne(archive, name, limits),
  };
}

function withUsual(relationships: readonly Relationship[], main: string): Relationship[] {
  const types = new Set(relationships.map(({ type }) => type));
  const missing = USUAL_PARTS.filter(([type]) => !types.has(type));
  return [...relationships, ...missing.map(([type, target]) => ({ id: '', type, target: resolveTarget(target, main) }))];
}

function relationshipsOf(part: string): string {
  const folder = part.lastIndexOf('/') + 1;
  return part === '' ? PACKAGE_RELATIONSHIPS : `${part.slice(0, folder)}_rels/${part.slice(folder)}.rels`;
}

function readRelationships(bytes: Uint8Array, owner: string, limits: ExtractLimits): Relationship[] {
  const relationships: Relationship[] = [];
  parseXml(
    bytes,
    DOCX_NAMESPACES,
    {
      open: (element) => {
        const target = element.get('Target');
        if (element.name !== 'rel:Relationship' || target === undefined || element.get('TargetMode') === 'External') return;
        const type = (element.get('Type') ?? '').split('/').at(-1) ?? '';
        relationships.push({ id: element.get('Id') ?? '', type, target: resolveTarget(target, owner) });
      },
      close: () => undefined,
      text: () => undefined,
    },
    limits,
  );
  return relationships;
}

/** Name of the part that a target means, seen from the part that has the relationship. */
function resolveTarget(target: string, owner: string): string {
  const steps = target.startsWith('/') ? [] : owner.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
