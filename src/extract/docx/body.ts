import mammoth from 'mammoth';

/** Parts of an unpacked DOCX by name. */
export type DocxParts = ReadonlyMap<string, string>;

/** mammoth's document tree, as far as its text needs it. */
interface DocumentNode {
  readonly type: string;
  readonly value?: unknown;
  readonly breakType?: unknown;
  readonly checked?: unknown;
  readonly children?: readonly DocumentNode[];
}

/**
 * Text of the body as mammoth reads it: paragraphs end with an empty line, tabs and line breaks are kept. mammoth's own raw text
 * glues the words on both sides of a line break together, so its tree is walked here instead. Rejects when the parts make no document.
 */
export async function readBody(parts: DocxParts): Promise<string> {
  let body: DocumentNode | undefined;
  const options = {
    externalFileAccess: false,
    includeDefaultStyleMap: false,
    includeEmbeddedStyleMap: false,
    transformDocument: (document: DocumentNode) => {
      body = document;
      return { ...document, children: [] };
    },
  };
  await mammoth.convertToHtml(asInput(parts), options);
  if (body === undefined) throw new Error('mammoth gave no document');
  const pieces: string[] = [];
  collectText(body, pieces);
  return pieces.join('');
}

/**
 * mammoth opens `file` as it is: so it parses the very parts that were unpacked within limits and looked over, never the
 * ZIP again with another library's idea of it. The type declarations leave this input out.
 */
function asInput(parts: DocxParts): Parameters<typeof mammoth.convertToHtml>[0] {
  const file = {
    exists: (name: string) => parts.has(name),
    read: async (name: string) => parts.get(name) ?? '',
  };
  return { file } as unknown as Parameters<typeof mammoth.convertToHtml>[0];
}

function collectText(node: DocumentNode, pieces: string[]): void {
  if (node.type === 'text' && typeof node.value === 'string') pieces.push(node.value);
  else if (node.type === 'tab') pieces.push('\t');
  else if (node.type === 'break') pieces.push('\n');
  for (const child of node.children ?? []) collectText(child, pieces);
  if (node.type === 'paragraph') pieces.push('\n\n');
}
