import { type BareText, spanBetween, tokensBefore } from './bare-text.js';

/** A document of the Party as a text names it, by its number ("07-NQ/HU", "NQ 07"), or by its plenum or congress ("Trung ương 6 khóa XII"). */
export interface NamedDocument {
  readonly sort: 'number' | 'plenum' | 'congress';
  readonly number: number;
  /** "nq", "ct", "kl", …; empty where the text does not say. */
  readonly kind: string;
  /** Of a number, who issued it ("hu"); of a plenum, its term. Empty where the text does not say. */
  readonly body: string;
  /** Place in the bare text, `to` not included. */
  readonly from: number;
  readonly to: number;
}

const KINDS: Readonly<Record<string, string>> = { 'nghi quyet': 'nq', 'chi thi': 'ct', 'ket luan': 'kl', 'qui dinh': 'qd' };
/** "07-NQ/HU", "35-CT/TW", "12/2023/NQ-HĐND". */
const FULL = /(?<![\d.,/-])(\d{1,4})(?:\/\d{4})? ?[-–/] ?(nq|ct|kl|qd|hd|qc)(?: ?[-–/] ?([a-z]{1,6}\d{0,2}))?\b/g;
/** "Nghị quyết số 7", "NQ 07", "Chỉ thị 35"; not "Nghị quyết 5 điểm", "Nghị quyết 2026". */
const SHORT =
  /\b(nghi quyet|chi thi|ket luan|qui dinh|nq|ct|kl) ?[:.]? ?(so ?[:.]? ?)?(\d{1,3})(?![\d%]|[.,/]\d)(?! (?:quan|nhom|muc|noi|nam|phan|diem|dieu|nhiem|giai|chi|trang|ngay|van|khau|viec|thang|y)\b)/g;
const ROMAN: Readonly<Record<string, number>> = { viii: 8, ix: 9, x: 10, xi: 11, xii: 12, xiii: 13, xiv: 14, xv: 15 };
const WORDS: Readonly<Record<string, number>> = { hai: 2, ba: 3, tu: 4, nam: 5, sau: 6, bay: 7, tam: 8, chin: 9, muoi: 10 };
const ORDINAL = `\\d{1,2}|${[...Object.keys(WORDS)].join('|')}`;
const TERM = `(?:[ ,]*\\(?(?:khoa )(\\d{1,2}|${Object.keys(ROMAN).join('|')})\\b)`;
/** "Nghị quyết Trung ương 6 khóa XII", "Hội nghị lần thứ bảy Ban Chấp hành Trung ương Đảng khóa XIII". */
const PLENUMS = [
  new RegExp(`\\b(?:trung uong|tw) ?(?:lan thu )?(\\d{1,2})\\b${TERM}?`, 'g'),
  new RegExp(`\\b(?:trung uong|tw) lan thu (${ORDINAL})\\b${TERM}?`, 'g'),
  new RegExp(`\\bhoi nghi lan thu (${ORDINAL}) (?:cua )?ban chap hanh trung uong(?: dang)?${TERM}?`, 'g'),
];
const CONGRESS = new RegExp(
  `\\bnghi quyet dai hoi (?:dai bieu )?(?:toan quoc )?(?:lan thu )?(?:cua )?(?:dang )?(?:lan thu )?(\\d{1,2}|${Object.keys(ROMAN).join('|')})\\b`,
  'g',
);

/** Every naming of a document, in text order. */
function documentsIn({ text }: BareText): NamedDocument[] {
  const full = [...text.matchAll(FULL)].map(({ 0: all, 1: number, 2: kind = '', 3: body = '', index }): NamedDocument => {
    return { sort: 'number', number: Number(number), kind, body, from: index, to: index + all.length };
  });
  const fullAt = new Set(full.map(({ from }) => from));
  const short = [...text.matchAll(SHORT)].flatMap(({ 0: all, 1: word = '', 2: so, 3: digits = '', index }): NamedDocument[] => {
    const to = index + all.length;
    // One digit without "số" is mostly a count: "Nghị quyết 4 trụ cột".
    if ((so === undefined && digits.length < 2) || fullAt.has(to - digits.length)) return [];
    return [{ sort: 'number', number: Number(digits), kind: KINDS[word] ?? word, body: '', from: index, to }];
  });
  const plenums = PLENUMS.flatMap((form) => [...text.matchAll(form)]).map(({ 0: all, 1: number = '', 2: term = '', index }) => {
    const body = term === '' ? '' : String(toNumber(term));
    return { sort: 'plenum' as const, number: toNumber(number), kind: 'nq', body, from: index, to: index + all.length };
  });
  const congresses = [...text.matchAll(CONGRESS)].map(({ 0: all, 1: number = '', index }) => {
    return { sort: 'congress' as const, number: toNumber(number), kind: 'nq', body: '', from: index, to: index + all.length };
  });
  return [...full, ...short, ...plenums, ...congresses].sort((a, b) => a.from - b.from);
}

const toNumber = (written: string): number => ROMAN[written] ?? WORDS[written] ?? Number(written);

/** Whether two namings may be of one document: what one of them leaves out does not differ. */
function maySame(one: NamedDocument, other: NamedDocument): boolean {
  const agree = (a: string, b: string): boolean => a === '' || b === '' || a === b;
  return one.sort === other.sort && one.number === other.number && agree(one.kind, other.kind) && agree(one.body, other.body);
}

/** The documents of a campaign, and the words of its subject. */
export interface CampaignDocuments {
  readonly named: readonly NamedDocument[];
  /** How its first document is written, or the campaign's name where it has no number. */
  readonly title: string;
  /** Pairs of neighbouring syllables of what the campaign's name, and the head of its references, say it is about. */
  readonly subject: ReadonlySet<string>;
  /** The same of everything in its name and references. */
  readonly words: ReadonlySet<string>;
}

/** Tokens at the head of a reference that hold its number and title. */
const HEAD = 90;

/** `name`: the campaign's as it is written. The other documents that a reference cites are known too: naming them is no mistake. */
export function documentsOf(name: string, bareName: BareText, references: readonly BareText[]): CampaignDocuments {
  const named = [bareName, ...references].flatMap(documentsIn);
  const first = documentsIn(bareName)[0];
  const place = first === undefined ? null : spanBetween(bareName, first.from, first.to);
  const heads = references.map((reference) => reference.text.slice(0, reference.starts[HEAD]));
  return {
    named,
    title: place === null ? name : name.slice(place.start, place.end),
    subject: pairsOf(subjectsIn([bareName.text, ...heads].join('\n')).join(' / ')),
    words: pairsOf([bareName, ...references].map(({ text }) => text).join('\n')),
  };
}

/** What "Nghị quyết … về …" is said to be about. Between the two a reference has lines ("của Ban Chấp hành …"), an essay's title one line end at most. */
const ABOUT =
  '[ \\n]ve (?!viec hoc tap|ket qua|noi dung|nhan thuc)([a-z][a-z ,-]{8,200}?)(?= giai doan| den nam| trong tinh hinh| cua |[.;\\n(]|$)';
const SUBJECT_OF_REFERENCE = new RegExp(`\\b(?:nghi quyet|chi thi|ket luan)\\b[^.;]{0,160}?${ABOUT}`, 'g');
const SUBJECT_OF_TITLE = new RegExp(`\\b(?:nghi quyet|chi thi|ket luan)\\b[^.;:\\n]{0,160}?${ABOUT}`, 'g');

const subjectsIn = (text: string): string[] => [...text.matchAll(SUBJECT_OF_REFERENCE)].map(([, subject = '']) => subject);

/** Pairs of neighbouring syllables. */
function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (const stretch of text.split(/[^a-z ]+/)) {
    const words = stretch.split(' ').filter((word) => word !== '');
    for (let i = 1; i < words.length; i++) pairs.add(`${words[i - 1]} ${words[i]}`);
  }
  return pairs;
}

/** Another document than the campaign's that an essay is about, with its place in the bare text. */
export interface OtherDocument {
  readonly from: number;
  readonly to: number;
}

/** Tokens at the head of an essay among which its title stands. */
const TITLE_WITHIN = 80;
const TITLE_LINE =
  /^[^a-z]*(?:bai|ban|hoc tap|nghien cuu|ket qua|thu hoach|ve|nghi quyet|chi thi|ket luan|qui dinh|sau khi|hoc|quan triet|noi dung)\b/;
/** Share of the subject's pairs of syllables in the essay, from which it is about the campaign's subject, whatever it names. */
const ON_SUBJECT = 0.4;
/** Share of a title's pairs that the campaign's documents hold anywhere, from which it may be their subject in other words. */
const MAY_BE_SUBJECT = 0.34;

/**
 * Another resolution that the title of an essay names, or that is named twice or more, while the campaign's is named nowhere. null
 * where the campaign is named at all, and where it has nothing to tell by: several documents in one essay are the rule.
 */
export function findOtherDocument(bare: BareText, campaign: CampaignDocuments): OtherDocument | null {
  const named = documentsIn(bare);
  const { named: known } = campaign;
  if (named.some((one) => known.some((own) => maySame(one, own))) || saysNumber(bare, known)) return null;
  // A number says nothing where the campaign is known by its plenum only.
  const others = named.filter(({ sort }) => known.some((own) => own.sort === sort));
  const inTitle = others.find(({ from }) => titleAt(bare, from) !== null);
  if (inTitle !== undefined) return inTitle;
  const pairs = pairsOf(bare.text);
  const said = [...campaign.subject].filter((pair) => pairs.has(pair)).length;
  if (campaign.subject.size > 0 && said >= campaign.subject.size * ON_SUBJECT) return null;
  const first = new Map<string, NamedDocument>();
  for (const other of others) {
    const key = `${other.sort} ${other.kind} ${other.number}`;
    const before = first.get(key);
    if (before !== undefined) return before;
    first.set(key, other);
  }
  return findOtherSubject(bare, campaign);
}

/** "văn bản số 07", "văn bản 07": the campaign's number without saying of what. */
function saysNumber({ text }: BareText, known: readonly NamedDocument[]): boolean {
  const numbers = known.filter(({ sort }) => sort === 'number').map(({ number }) => number);
  return [...text.matchAll(/\b(?:so|van ban|to|nq|nghi quyet|chi thi|ket luan) ?0*(\d{1,4})\b(?![.,/]\d| ?[-–/] ?[a-z])/g)].some(
    ([, number]) => numbers.includes(Number(number)),
  );
}

/** The line at a place when it is one of the heading that gives a title. */
function titleAt(bare: BareText, place: number): string | null {
  if (tokensBefore(bare, place) > TITLE_WITHIN) return null;
  const start = bare.text.lastIndexOf('\n', place) + 1;
  const line = bare.text.slice(start).split('\n', 1)[0]!;
  return TITLE_LINE.test(line) && !/\btoi\b/.test(line) && line.split(' ').length <= 60 ? line : null;
}

/** A title "Học tập nghị quyết về …" whose subject has no two words in common with the campaign's. */
function findOtherSubject(bare: BareText, { subject, words }: CampaignDocuments): OtherDocument | null {
  if (subject.size === 0) return null;
  for (const { 0: all, 1: about = '', index } of bare.text.slice(0, bare.starts[TITLE_WITHIN]).matchAll(SUBJECT_OF_TITLE)) {
    if (titleAt(bare, index) === null) continue;
    const pairs = [...pairsOf(about)];
    const common = pairs.filter((pair) => words.has(pair)).length;
    if (pairs.length >= 3 && !pairs.some((pair) => subject.has(pair)) && common < pairs.length * MAY_BE_SUBJECT)
      return { from: index, to: index + all.length };
  }
  return null;
}
