import { HOSTILE_DOCX, HOSTILE_PDF, type HostileFile, MIB, nest, sample } from './hostile-documents.js';
import { png, SENTENCE, utf8, zip } from './make-files.js';

/** A DOC of a word processor, changed. */
function changedDoc(change: (file: Buffer, directory: number, table: number) => void): Buffer {
  const file = Buffer.from(sample('libreoffice.doc'));
  change(file, (file.readUInt32LE(48) + 1) * 512, (file.readUInt32LE(76) + 1) * 512);
  return file;
}

const DOC: HostileFile[] = [
  {
    is: 'a DOC whose sectors go in a circle',
    file: 'vong.doc',
    make: () =>
      changedDoc((file, _, table) => {
        for (let sector = 0; sector < 16; sector++) file.writeInt32LE(sector, table + sector * 4);
      }),
    state: 'unreadable',
    code: 'damaged',
  },
  {
    is: 'a DOC whose streams have sizes below nothing',
    file: 'am.doc',
    make: () =>
      changedDoc((file, directory) => {
        for (let entry = 1; entry < 8; entry++) file.writeInt32LE(-1, directory + entry * 128 + 120);
      }),
    state: ['unreadable', 'ok'],
    code: ['damaged', null],
  },
  {
    is: 'a DOC whose table of sectors is said to be four milliard long',
    file: 'bang-dai.doc',
    make: () => changedDoc((file) => file.writeUInt32LE(0xffffffff, 44)),
    state: ['unreadable', 'ok'],
    code: ['damaged', null],
  },
  {
    is: 'a DOC cut in half',
    file: 'nua.doc',
    make: () => sample('libreoffice.doc').subarray(0, 5000),
    state: 'unreadable',
    code: 'damaged',
  },
  {
    is: 'an RTF named .doc',
    file: 'thuc-ra-rtf.doc',
    make: () => sample('libreoffice.rtf'),
    state: 'ok',
    code: 'name-mismatch',
    says: /RTF/,
  },
];

const OTHERS: HostileFile[] = [
  {
    is: 'an RTF with groups within each other',
    file: 'nhom-long.rtf',
    make: () => utf8(`{\\rtf1 ${nest('{', '}', 100_000, 'a')}}`),
    state: 'refused',
    code: 'too-deep',
    says: /\d/,
  },
  {
    is: 'an RTF whose binary part claims to be endless',
    file: 'nhi-phan.rtf',
    make: () =>
      utf8(
        `{\\rtf1\\ansi Truoc do co chu, du dai de khong ai coi day la mot tam anh ma thoi, vi chi mot tam anh moi it chu den the.\\par {\\pict\\bin2147483647 abc}\\par}`,
      ),
    state: ['ok', 'unreadable'],
    code: [null, 'damaged', 'partial-text'],
  },
  {
    is: 'an ODT whose spaces are a milliard',
    file: 'khoang-trang.odt',
    make: () => changedOdt((content) => content.replace('</text:p>', '<text:s text:c="1000000000"/></text:p>')),
    state: ['ok', 'refused'],
    code: [null, 'too-large'],
  },
  {
    is: 'an ODT with a DOCTYPE',
    file: 'khai-bao.odt',
    make: () => changedOdt((content) => content.replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>')),
    state: 'refused',
    code: 'doctype',
  },
  {
    is: 'an ODT with lists within each other',
    file: 'danh-sach.odt',
    make: () =>
      changedOdt((content) =>
        content.replace(
          '</office:text>',
          `${nest('<text:list><text:list-item>', '</text:list-item></text:list>', 20_000, '')}</office:text>`,
        ),
      ),
    state: 'refused',
    code: ['too-deep', 'too-large'],
    says: /\d/,
  },
  {
    is: 'a web page with elements within each other',
    file: 'the-long.html',
    make: () => utf8(`<!DOCTYPE html><html><body>${nest('<div>', '</div>', 100_000, SENTENCE)}</body></html>`),
    state: 'refused',
    code: 'too-deep',
    says: /\d/,
  },
  {
    is: 'a web page with a script',
    file: 'ma-lenh.html',
    make: () =>
      utf8(
        `<!DOCTYPE html><html><head><script>alert('chào')</script></head><body><p>${SENTENCE}</p><img src=x onerror="alert(1)"></body></html>`,
      ),
    state: 'ok',
    code: null,
    without: /alert/,
  },
  {
    is: 'a text of five million letters in one line',
    file: 'mot-dong.txt',
    make: () => utf8('a '.repeat(2.5 * MIB)),
    state: 'refused',
    code: 'too-large',
    says: /1\.000\.000 ký tự/,
  },
  {
    is: 'a text of ten million letters',
    file: 'muoi-trieu.txt',
    make: () => utf8(`${SENTENCE}\n`.repeat(50_000)),
    state: 'refused',
    code: 'too-large',
    says: /1\.000\.000 ký tự/,
  },
  { is: 'one word of nine hundred thousand letters', file: 'mot-tu.txt', make: () => utf8('ngh'.repeat(300_000)), state: 'ok', code: null },
  {
    is: 'one letter with half a million marks',
    file: 'dau.txt',
    make: () => utf8(`a${'\u0301'.repeat(500_000)}`),
    state: 'ok',
    code: null,
  },
  {
    is: 'a text with NUL, half letters and what is no letter',
    file: 'ky-tu-la.txt',
    make: () => Buffer.from(`\uFEFF${SENTENCE} \0 \uD800 \uFFFF \u202E abc \u2066`, 'utf16le'),
    state: 'ok',
    code: null,
  },
  {
    is: 'a picture of a milliard pixels in a hundred bytes',
    file: 'anh-lon.png',
    make: hugePicture,
    state: 'refused',
    code: 'too-large',
    says: /30\.000/,
  },
  {
    is: 'a picture cut in half',
    file: 'anh-nua.png',
    make: () => png().subarray(0, 60),
    state: ['needs-ocr', 'unreadable'],
    code: ['not-recognised', 'no-text-layer', 'damaged'],
  },
];

/** An ODT of a word processor with its content changed. */
async function changedOdt(change: (content: string) => string): Promise<Buffer> {
  const content = change(
    `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:p>${SENTENCE}</text:p></office:text></office:body></office:document-content>`,
  );
  return zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': content });
}

function hugePicture(): Buffer {
  const picture = png();
  picture.writeUInt32BE(30_000, 16);
  picture.writeUInt32BE(30_000, 20);
  return picture;
}

/** All of them. */
export const HOSTILE_FILES: readonly HostileFile[] = [...HOSTILE_DOCX, ...HOSTILE_PDF, ...DOC, ...OTHERS];
