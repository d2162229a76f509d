/**
 * Lower-case letters of other scripts, and variants, that are drawn like a Latin or Vietnamese letter. Unicode names and
 * forms are the source; letters that NFKD already turns into Latin ones (full-width, mathematical) need no entry.
 */
const PAIRS = {
  cyrillic: 'аa еe оo рp сc уy хx іi јj ѕs һh ԁd ԛq ԝw вb кk мm нh тt гr пn ӏl ёe ѐe',
  greek: 'αa οo νv ρp τt υu ιi κk εe ηn γy χx ϲc ςc σo ϳj',
  latin: 'ɑa ʋv ıi ȷj ɡg ɩi ðđ ɖđ ᵭđ ƌđ ꞗb ɯư',
};

/** The Latin or Vietnamese letter that a lower-case look-alike stands for. */
export const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  Object.values(PAIRS)
    .flatMap((pairs) => pairs.split(' '))
    .map((pair) => [...pair] as [string, string]),
);
