// The syllables that Vietnamese spelling allows, composed from its phonotactics (initial x rime x tone), not counted in texts.

import { withoutMarks } from './without-marks.js';

const ANY_INITIALS = ['', ...'b ch d đ h kh l m n nh p ph r s t th tr v x'.split(' ')];
/** Spellings before a, ă, â, o, ô, ơ, u, ư and those of the same sounds before e, ê, i. */
const BACK_INITIALS = 'c g ng'.split(' ');
const FRONT_INITIALS = 'k gh ngh'.split(' ');
/** Initials after which a final i is written y as well: lý, kỳ, mỹ. */
const Y_INITIALS = ['', ...'h k l m n s t th v d'.split(' ')];
/** Initials before a rounding o or u: not the labials, which take it in loans only (LABIAL_RIMES), and not c, which is then spelt q. */
const ROUND_INITIALS = ['', ...'ch d đ g h kh l n ng nh r s t th tr x'.split(' ')];

const BACK_RIMES = `a ai ao au ay am an ang anh ac ach ap at ăm ăn ăng ăc ăp ăt âm ân âng âc âp ât âu ây
  o oi om on ong oc op ot oong ooc ô ôi ôm ôn ông ôc ôp ôt ơ ơi ơm ơn ơp ơt
  u ui um un ung uc up ut ua uôi uôm uôn uông uôc uôt
  ư ưi ưu ưm ưng ưc ưt ưa ươi ươu ươm ươn ương ươc ươp ươt`.split(/\s+/);
const FRONT_RIMES = `e eo em en eng ec ep et ê êu êm ên ênh êch êp êt i iu im in inh ich ip it
  ia iêu iêm iên iêng iêc iêp iêt`.split(/\s+/);
/** Alone, iê is written yê. */
const BARE_RIMES = 'y yêu yêm yên yêng yêt'.split(' ');
const ROUND_RIMES = `oa oai oao oay oam oan oang oanh oac oach oap oat oăm oăn oăng oăc oăt oe oeo oem oen oet
  uân uâng uât uây uê uêch uênh uêt uơ uy uya uyên uyêt uyn uynh uych uyt uyp uyu`.split(/\s+/);
const LABIAL_INITIALS = 'b m p ph v'.split(' ');
const LABIAL_RIMES = 'oa oan oay uy uyt'.split(' ');
/** After q, with its u: there i and y are spelt either way. */
const Q_RIMES = `a ai ao au ay am an ang anh ac ach ap at ăm ăn ăng ăc ăp ăt ân âng ât ây e eo en eng et
  ê ên ênh êch êt i in inh it y yên yêt ynh yt ơ ơn ôc`
  .split(/\s+/)
  .map((rime) => `u${rime}`);
/** After gi, whose i is that of a rime with i: gì, gìn, giếng. */
const GI_RIMES = [...BACK_RIMES, ...'e eo em en et'.split(' '), ...'êu êm ên êng êc êt êp'.split(' ')];

/** huyền, sắc, hỏi, ngã, nặng; a syllable without a mark has the level tone. */
const TONES = ['\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];
/** A syllable that a stop closes has one of two tones. */
const STOP_TONES = ['\u0301', '\u0323'];
const STOP = /(?:c|ch|p|t)$/;

/** Which letter of a rime carries the tone, its rounding letter left out. */
function nucleusOf(rime: string): number {
  const last = [...rime].findLastIndex((letter) => 'ăâêôơ'.includes(letter));
  if (last >= 0) return last;
  return rime.startsWith('oo') ? 1 : 0;
}

/** All tones of `head + rime`; old spellings set the tone on the head's vowel too: hòa, thúy, qúy, gìa. */
function* toned(head: string, rime: string, oldPlace: boolean): Generator<string> {
  const isStop = STOP.test(rime);
  if (!isStop) yield head + rime;
  const nucleus = head.length + nucleusOf(rime) + 1;
  const word = head + rime;
  for (const tone of isStop ? STOP_TONES : TONES) {
    yield (word.slice(0, nucleus) + tone + word.slice(nucleus)).normalize('NFC');
    if (oldPlace) yield (head + tone + rime).normalize('NFC');
  }
}

function* allSyllables(): Generator<string> {
  const plain: [string[], string[]][] = [
    [[...ANY_INITIALS, ...BACK_INITIALS], BACK_RIMES],
    [[...ANY_INITIALS.slice(1), ...FRONT_INITIALS], FRONT_RIMES],
    [[''], [...FRONT_RIMES.filter((rime) => !rime.startsWith('iê')), ...BARE_RIMES]],
    [Y_INITIALS, ['y']],
    [['g'], ['i', 'in', 'ich']],
  ];
  for (const [initials, rimes] of plain) {
    for (const initial of initials) for (const rime of rimes) yield* toned(initial, rime, false);
  }
  const rounded: [string[], string[]][] = [
    [ROUND_INITIALS, ROUND_RIMES],
    [LABIAL_INITIALS, LABIAL_RIMES],
    [['q'], Q_RIMES],
    [['g'], GI_RIMES.map((rime) => `i${rime}`)],
  ];
  for (const [initials, rimes] of rounded) {
    for (const initial of initials) for (const rime of rimes) yield* toned(initial + rime[0], rime.slice(1), true);
  }
}

const SYLLABLES: ReadonlySet<string> = new Set(allSyllables());
const BARE_SYLLABLES: ReadonlySet<string> = new Set(Array.from(SYLLABLES, withoutMarks));

/** Whether `word` (lower case, NFC, marks and tone as written, old or new tone placement) is a syllable that Vietnamese phonotactics allow. */
export function isSyllable(word: string): boolean {
  return SYLLABLES.has(word);
}

/** Whether some Vietnamese syllable looks like this without any marks (a to z only, đ as d). */
export function isBareSyllable(bare: string): boolean {
  return BARE_SYLLABLES.has(bare);
}
