/** Letters and signs of the font Symbol from 0x21 on (Adobe's encoding); a space stands for what is no letter of a text. */
const SYMBOL = '!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_ αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼';
const PRIVATE_FROM = 0xf000;
const PRIVATE_TO = 0xf0ff;
/** Fonts whose glyphs are pictures. */
const DINGBATS = /^(?:wingdings|webdings|zapf ?dingbats|monotype sorts|marlett)/i;

/** Text of w:sym: a character of a font, given by its hexadecimal number, mostly in the private use area. */
export function symbolText(font: string, char: string): string {
  if (!/^[0-9a-f]{1,4}$/i.test(char)) return '';
  const code = Number.parseInt(char, 16);
  const isPrivate = code >= PRIVATE_FROM && code <= PRIVATE_TO;
  const own = isPrivate ? code - PRIVATE_FROM : code;
  if (DINGBATS.test(font)) return ' ';
  if (/^symbol$/i.test(font) && own <= 0xff) return SYMBOL[own - 0x21] ?? ' ';
  return own < 0x20 || (own >= 0xd800 && own <= 0xf8ff) ? ' ' : String.fromCharCode(own);
}
