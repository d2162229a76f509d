import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.js';
import { codes } from './findings.js';
import { LIMITS, SENTENCE, utf8, withLimits } from './make-files.js';
import { inLatin1 } from './old-encodings.js';
import { growthOfEight, LINEAR } from './timing.js';

const read = (bytes: Uint8Array, fileName = 'bai.html', limits = LIMITS) => extract(bytes, fileName, limits);
const page = (body: string, head = ''): string => `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;
const textOf = async (body: string, head = '') => (await read(utf8(page(body, head)))).text;

describe('the text of a web page', () => {
  it('has paragraphs where blocks begin and end, and one space for the white space of the file', async () => {
    const body =
      ' <h1>Đầu\n đề</h1>\n<div>một <b>hai</b>\n<p>ba<br>bốn</div><ul><li>năm<li>sáu</ul><table><tr><td>bảy<td> tám </table>chín';
    expect(await textOf(body)).toBe('Đầu đề\n\nmột hai \n\nba\nbốn\n\nnăm\n\nsáu\n\nbảy\n\ntám \n\nchín\n\n');
    expect(await textOf('<pre>a  b\nc</pre><p style="white-space: pre-wrap">d  e')).toBe('a  b\nc\n\nd  e\n\n');
  });

  it('has its entities resolved and its characters as they are', async () => {
    expect(await textOf('Ho\u0300a&nbsp;b&shy;i &lt;b&gt; &#7885;&#x1ecd; &amp;amp; &khong;')).toBe(
      'Ho\u0300a\u00A0b\u00ADi <b> ọọ &amp; &khong;\n\n',
    );
  });

  it('is nothing of scripts, styles, titles and comments, also where tags are left out', async () => {
    const head = '<title>Tên</title><style>p { color: red }</style><script>if (a < b) c("<p>d");</script>';
    expect(await textOf('a<!-- b --><script>c</script><template>d</template><noscript>e</noscript>f', head)).toBe('af\n\n');
    expect(await read(utf8('<html><title>Tên</title><p>bài <b>viết'))).toMatchObject({ state: 'ok', text: 'bài viết\n\n' });
    expect(await read(utf8(`<html><p>bài</p><!-- ${'x'.repeat(1000)}`))).toMatchObject({ state: 'ok', text: 'bài\n\n' });
  });

  it('is read from what Word saves as a web page, without its numbers of lists and notes', async () => {
    const properties =
      '<o:DocumentProperties><o:Author>Nguyễn An</o:Author><o:LastAuthor>Bình</o:LastAuthor><o:Created>2025-03-04T05:06:00Z</o:Created></o:DocumentProperties>';
    const head = `<meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml>${properties}</xml><![endif]--><style><!-- @font-face {font-family:"Times New Roman";} p.MsoNormal, li.MsoNormal {margin:0cm; font-size:12.0pt; font-family:"Times New Roman",serif;} --></style>`;
    const list = `<p class=MsoNormal style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span><![endif]>Ý một<o:p></o:p></p>`;
    const note = `<a style='mso-footnote-id:ftn1' href="#_ftn1"><span class=MsoFootnoteReference>[1]</span></a>`;
    const foot = `<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p class=MsoNormal><a href="#_ftnref1">[1]</a> Xem báo.</p></div></div>`;
    const changed = `<ins cite="mailto:An" datetime="2025-01-01">thêm</ins><del cite="mailto:An" datetime="2025-01-01">bỏ</del> <del>gạch</del>`;
    const extraction = await read(
      utf8(page(`${list}<p class=MsoNormal>Thân bài${note} ${changed}<o:p>&nbsp;</o:p></p>${foot}`, head)),
      'bai.doc',
    );
    expect(extraction).toMatchObject({ state: 'ok', format: 'html', text: 'Ý một\n\nThân bài thêm gạch\u00A0\n\nXem báo.\n\n' });
    expect(extraction.text.slice(extraction.asides[0]?.start).trim()).toBe('Xem báo.');
    expect(codes(extraction)).toEqual(['name-mismatch', 'tracked-changes']);
    expect(extraction.metadata).toMatchObject({
      creator: 'Nguyễn An',
      lastModifiedBy: 'Bình',
      created: '2025-03-04T05:06:00Z',
      application: 'Microsoft Word 15',
      fonts: ['Times New Roman'],
    });
  });

  it('is read from what Google Docs saves', async () => {
    const head =
      '<style type="text/css">@import url("x");.c1{color:#000000;font-size:11pt;font-family:"Arial"}ol.lst>li:before{content:"1. "}.c0{background-color:#ffffff;max-width:451pt}</style>';
    const extraction = await read(
      utf8(
        `<html><head><meta content="text/html; charset=UTF-8" http-equiv="content-type">${head}</head><body class="c0"><p class="c2"><span class="c1">Bài viết</span><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></p><p class="c2"><span class="c1"></span></p></body></html>`,
      ),
    );
    expect(extraction).toMatchObject({ state: 'ok', text: 'Bài viết\n\n', hidden: [], fontRuns: [{ start: 0, end: 8, font: 'Arial' }] });
  });

  it('keeps the words of links and lists that only pose as numbers', async () => {
    expect(await textOf('<a href="#_ftn1">cả bài viết</a> <span style="mso-list:Ignore">và nữa</span>')).toBe('cả bài viết và nữa\n\n');
  });

  it('is the first page of an MHT', async () => {
    const quoted = [...utf8(page(`<p>${SENTENCE}`))]
      .map((byte) => `=${byte.toString(16).padStart(2, '0').toUpperCase()}`)
      .join('')
      .replace(/(.{72})/g, '$1=\r\n');
    const parts = (type: string) =>
      `------=_Next.01\r\nContent-Location: file:///C:/bai.htm\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html${type}\r\n\r\n${quoted}\r\n\r\n------=_Next.01\r\nContent-Type: text/html\r\n\r\n<p>khung\r\n------=_Next.01--\r\n`;
    const word = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="----=_Next.01"\r\n\r\nThis document is a web archive.\r\n\r\n${parts('; charset="utf-8"')}`;
    const chrome = `From: <Saved by Blink>\r\nSubject: Bai\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----=_Next.01"\r\n\r\n\r\n${parts('')}`;
    for (const [mht, name] of [
      [word, 'bai.mht'],
      [chrome, 'bai.mhtml'],
      [word, 'bai.doc'],
    ] as const) {
      expect(await read(utf8(mht), name)).toMatchObject({ state: 'ok', format: 'html', text: `${SENTENCE}\n\n` });
    }
    expect(await read(utf8(word), 'bai.docx')).toMatchObject({ state: 'refused', messages: [{ code: 'disguised-html' }] });
    expect(await read(utf8(word.slice(0, 1500)), 'bai.mht')).toMatchObject({ state: 'ok', text: expect.stringContaining('Sau khi') });
    expect(
      await read(
        utf8('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: image/png\r\n\r\nx\r\n--x--'),
        'bai.mht',
      ),
    ).toMatchObject({ state: 'unreadable', messages: [{ code: 'damaged' }] });
  });

  it('that stands in pictures needs OCR', async () => {
    expect(await read(utf8(page('<img src=a.png>Bài của An')))).toMatchObject({ state: 'needs-ocr', format: 'html', text: '' });
    expect(await read(utf8(page(`<img src=a.png>${SENTENCE}`)))).toMatchObject({ state: 'ok', messages: [] });
  });
});

describe('a web page is decoded', () => {
  const declared = (charset: string): string => page(`<p>${SENTENCE}</p><p>“a”`, `<meta charset="${charset}">`);
  const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
  const text = `${SENTENCE}\n\n“a”\n\n`;

  it.each([
    ['UTF-8', utf8(declared('utf-8'))],
    ['UTF-8 that says it is something else', utf8(declared('iso-8859-1'))],
    ['UTF-8 with a byte order mark', utf8(`\uFEFF${declared('x')}`)],
    ['UTF-16 LE', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(declared('utf-16'))])],
    ['UTF-16 BE', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16(declared('utf-16')).swap16()])],
    ['UTF-16 LE without a mark', utf16(declared('utf-16'))],
  ])('from %s', async (_, bytes) => {
    expect(await read(bytes)).toMatchObject({ state: 'ok', format: 'html', text, encoding: 'unicode', messages: [] });
  });

  it.each(['tcvn3', 'vni', 'cp1258', 'viscii'] as const)('from %s, whatever it says', async (encoding) => {
    const body = inLatin1(SENTENCE, encoding);
    for (const charset of ['x-user-defined', 'utf-8', 'windows-1252', '']) {
      const bytes = Buffer.from(page(`<p>${body}</p>`, charset === '' ? '' : `<meta charset=${charset}>`), 'latin1');
      expect(await read(bytes)).toMatchObject({ state: 'ok', format: 'html', text: `${SENTENCE}\n\n`, encoding });
    }
  });

  it('from the encoding that it declares', async () => {
    const vietnamese = Buffer.from(
      page('<p>\xD0\xE0ng h\xF2c', '<meta http-equiv=Content-Type content="text/html; charset=windows-1258">'),
      'latin1',
    );
    expect((await read(vietnamese)).text.normalize('NFC')).toBe('Đàng h\u0323c\n\n'.normalize('NFC'));
    const russian = Buffer.from(page('<p>\xCF\xF0\xE8\xEC\xE5\xF0 \xF2\xE5\xEA\xF1\xF2\xE0', '<meta charset=windows-1251>'), 'latin1');
    expect((await read(russian)).text).toBe('Пример текста\n\n');
  });
});

describe('hidden text of a web page', () => {
  const secret = 'đây là đoạn chữ mà người đọc không nhìn thấy';
  const hiddenOf = async (body: string, head = '') => {
    const extraction = await read(utf8(page(`<p>Bài viết.</p>${body}<p>Hết.`, head)));
    expect(extraction.text).toContain(secret);
    return extraction.hidden.map(({ start, end, kind }) => [extraction.text.slice(start, end).trim(), kind]);
  };

  it.each([
    ['display', `<div style="display:none"><p style="display:block">${secret}</div>`, 'vanish'],
    ['an attribute', `<p hidden>${secret}`, 'vanish'],
    ['visibility', `<div style="visibility: hidden !important"><b>${secret}</b></div>`, 'vanish'],
    ['Word', `<p><span style='mso-hide:all'>${secret}</span>`, 'vanish'],
    ['opacity', `<p style="opacity:0">${secret}`, 'invisible'],
    ['no colour', `<p style="color:rgba(0, 0, 0, 0)">${secret}`, 'invisible'],
    ['no colour, as a number', `<p style="color:#00000000">${secret}`, 'invisible'],
    ['no colour, as a short number', `<p style="color:#0000">${secret}`, 'invisible'],
    ['no colour, by its hue', `<p style="color:hsl(0 0% 0% / 0%)">${secret}`, 'invisible'],
    ['white by its hue', `<p style="color:hsl(120, 0%, 100%)">${secret}`, 'white'],
    ['the blue of what is behind, by its hue', `<div style="background:hsl(240,100%,50%)"><p style="color:#00f">${secret}</div>`, 'white'],
    ['size, in short', `<p style="font:italic 700 0/0 'Times New Roman'">${secret}`, 'tiny'],
    ['details that are closed', `<details><summary>Tóm</summary><p>${secret}</details>`, 'vanish'],
    ['white', `<p style="color:#FFF">${secret}`, 'white'],
    ['white by name', `<font color=WHITE>${secret}</font>`, 'white'],
    ['the colour of what is behind', `<table bgcolor=navy><tr><td><font color="#000080">${secret}</font></table>`, 'white'],
    ['a shorthand', `<p style="background: #222 none; color: rgb(34,34,34)">${secret}`, 'white'],
    ['size', `<p style="font-size:1px">${secret}`, 'tiny'],
    ['a size of the size around', `<p style="font-size:10pt"><span style="font-size:0.1em">${secret}</span>`, 'tiny'],
    ['place', `<p style="position:absolute;left:-9999px">${secret}`, 'offpage'],
    ['indent', `<p style="text-indent:-999em">${secret}`, 'offpage'],
    ['a clip', `<p style="position:absolute;clip:rect(0,0,0,0)">${secret}`, 'clipped'],
    ['no height', `<div style="height:0;overflow:hidden">${secret}</div>`, 'clipped'],
  ])('is told: by %s', async (_, body, kind) => {
    expect(await hiddenOf(body)).toEqual([[secret, kind]]);
  });

  it.each([
    ['a class', `<style>/* a */ .a, .b { display: none }</style>`, `<p class="x b">${secret}`],
    ['an element and a class', '<style>p{color:red} P.b{display:none}</style>', `<p class=b>${secret}`],
    ['an id', '<style>#b{display:none}</style>', `<p id=b>${secret}`],
    ['what is important', '<style>.b{display:none!important}</style>', `<p class=b style="display:block">${secret}`],
    ['what is supported', '<style>@supports (display:block) { .b { display:none } }</style>', `<p class=b>${secret}`],
    [
      'a rule for screens',
      '<style>@media screen { .b { display:none } } @media print { .c { color: red } }</style>',
      `<p class=b>${secret}`,
    ],
  ])('is told: by a rule for %s', async (_, head, body) => {
    expect(await hiddenOf(body, head)).toEqual([[secret, 'vanish']]);
  });

  it.each([
    ['white on dark', `<div style="background-color:#000080"><p style="color:white">${secret}</div>`, ''],
    ['white on a picture', `<div style="background-image:url(x.png)"><p style="color:white">${secret}</div>`, ''],
    ['visible within what is invisible', `<div style="visibility:hidden"><b style="visibility:visible">${secret}</b></div>`, ''],
    ['hidden from the blind only', `<p aria-hidden=true>${secret}`, ''],
    ['hidden when printed', `<p class=b>${secret}`, '<style>@media print{.b{display:none}}</style>'],
    ['details that are open', `<details open><summary>a</summary>${secret}</details>`, ''],
    ['the summary of details', `<details><summary style="font:12px/1.5 Arial">${secret}</summary></details>`, ''],
    ['what is written in a form', `<textarea>${secret}</textarea>`, ''],
    ['black by its hue', `<p style="color:hsl(0,0%,0%)">${secret}`, ''],
    ['what is less important', `<p class=b style="color:black!important">${secret}`, '<style>.b{color:white}</style>'],
    ['a weightier rule', `<p class=b style="color:black">${secret}`, '<style>.b{color:white}</style>'],
    ['a selector that is not simple', `<p class=b>${secret}`, '<style>div .b{display:none} .b:after{display:none}</style>'],
  ])('is not what is seen: %s', async (_, body, head) => {
    expect(await hiddenOf(body, head)).toEqual([]);
  });

  it.each([
    ['hide what it is not understood', 'div p{display:none}'],
    ['hide by two classes', '.a.b{font-size:0}'],
    ['hide by an attribute', 'p[class]{color:white}'],
    ['add words', '.b::before{content:"; Đoạn chép"}'],
    ['add words by number', '.b:after{content:"\\0041n"}'],
    ['add words of an attribute', '.b:after{content:attr(title)}'],
  ])('that rules %s makes the file suspicious, and that is told', async (_, rule) => {
    const extraction = await read(utf8(page(`<div><p class="b">${SENTENCE}</div>`, `<style>${rule}</style>`)));
    expect(extraction).toMatchObject({ state: 'suspicious', text: `${SENTENCE}\n\n`, messages: [{ code: 'unread-style' }] });
    expect(extraction.messages[0]?.text).toMatch(/mở tệp gốc/);
  });

  it.each([
    'a:link, div p{color:blue} p > b{font-weight:700}',
    '.b:before{content:"\\2022";display:none} ol>li:after{content:counter(a) ". "; font-family:"Arial"}',
    '@media print{div p{display:none}} @page x{size:1pt}',
  ])('that rules do none of it leaves the file in order: %s', async (rule) => {
    expect(await read(utf8(page(`<p>${SENTENCE}`, `<style>${rule}</style>`)))).toMatchObject({ state: 'ok', messages: [] });
  });

  it('makes the file suspicious', async () => {
    expect(await read(utf8(page(`<p>Bài<p hidden>${secret}`)))).toMatchObject({ state: 'suspicious', messages: [{ code: 'hidden-text' }] });
  });
});

describe('a hostile web page', () => {
  const MEGABYTE = 1024 * 1024;

  it('is refused over the limits', async () => {
    expect(await read(utf8(page('<div>'.repeat(100_000))))).toMatchObject({
      state: 'refused',
      format: 'html',
      messages: [{ code: 'too-deep' }],
    });
    expect(await read(utf8(page('<br>'.repeat(100))), 'a.html', withLimits({ elements: 50 }))).toMatchObject({
      messages: [{ code: 'too-large' }],
    });
    expect(await read(utf8(page('a'.repeat(1000))), 'a.html', withLimits({ textLength: 500 }))).toMatchObject({
      messages: [{ code: 'too-large' }],
    });
  });

  it('has no entities of its own', async () => {
    const { text } = await read(utf8(`<!DOCTYPE html [<!ENTITY a "${'x'.repeat(100)}">]><html><body><p>bài &a;`));
    expect(text).toContain('bài &a;');
    expect(text).not.toContain('xx');
  });

  it.each([
    ['an attribute of a megabyte', `<p title="${'x'.repeat(MEGABYTE)}" class="${'c '.repeat(MEGABYTE / 2)}">bài`],
    ['a style of a megabyte', `<p style="${'color:red;'.repeat(MEGABYTE / 10)}">bài`],
    ['a comment that does not end', `<p>bài<!-- ${'-'.repeat(MEGABYTE)}`],
    ['a tag that does not end', `<p>bài<p ${'a'.repeat(MEGABYTE)}`],
    ['rules in their thousands', `<style>${'.a{color:red}'.repeat(50_000)}${'@media screen{'.repeat(50_000)}</style><p class=a>bài`],
    ['comments in styles', `<style>${'/*'.repeat(MEGABYTE / 4)}</style><p>bài`],
  ])('is read: %s', async (_, body) => {
    const extraction = await read(utf8(`<html><body>${body}`));
    expect(extraction.state).toBe('ok');
    expect(extraction.text.trim()).toMatch(/^bài/);
  });

  it.each([
    ['closing tags without any open', (count: number) => '</b></p>'.repeat(count)],
    ['spaces', (count: number) => ' <b> </b>a'.repeat(count)],
    ['entities', (count: number) => '&#97;&amp;'.repeat(count)],
    ['hidden letters in a word', (count: number) => 'a<b hidden>b</b>'.repeat(count / 4)],
    ['brackets', (count: number) => '<'.repeat(20 * count)],
  ])('costs what its length is: %s', async (_, bodyOf) => {
    const work = async (count: number) => {
      expect((await read(utf8(`<html><body>${bodyOf(count)}`))).state).not.toBe('refused');
    };
    expect(await growthOfEight(work, 4000)).toBeLessThan(LINEAR);
  });
});
