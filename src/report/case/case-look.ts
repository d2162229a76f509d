/** A part of a page as the PDF writer takes it. */
export type Part = Readonly<Record<string, unknown>> | string;

/** Colours of the interface on paper. */
export const INK = {
  text: '#16232d',
  soft: '#455762',
  line: '#7b8d97',
  head: '#e6ebee',
  quote: '#e3e7ea',
  review: '#5a3e91',
  done: '#14304a',
} as const;
/** Grounds of the bands below 50 %, to 70 %, to 90 % and above. */
export const BANDS = ['#ffffff', '#fff0a8', '#ffd6a6', '#ffc4bf'] as const;

/** Band of a share 0..1. */
export function bandOf(identical: number): 0 | 1 | 2 | 3 {
  if (identical > 0.9) return 3;
  if (identical >= 0.7) return 2;
  return identical >= 0.5 ? 1 : 0;
}

/** Styles by name; sizes in points. */
export const STYLES = {
  title: { fontSize: 15, bold: true, margin: [0, 2, 0, 4] },
  heading: { fontSize: 11.5, bold: true, margin: [0, 12, 0, 4] },
  small: { fontSize: 8, color: INK.soft },
  label: { fontSize: 8, color: INK.soft, bold: true },
  read: { font: 'Serif', fontSize: 9, lineHeight: 1.25 },
  cell: { fontSize: 8.5 },
} as const;

const line = { hLineWidth: () => 0.5, vLineWidth: () => 0.5, hLineColor: () => INK.line, vLineColor: () => INK.line };
const padding = { paddingLeft: () => 5, paddingRight: () => 5, paddingTop: () => 3, paddingBottom: () => 3 };
const dash = { dash: { length: 3, space: 2 } };
const framed = (color: string, width: number) => ({
  ...padding,
  hLineWidth: () => width,
  vLineWidth: () => width,
  hLineColor: () => color,
  vLineColor: () => color,
});

/** How tables are ruled: figures in lines; what the machine proposes dashed; what people conclude solid. */
export const LAYOUTS = {
  lined: { ...line, ...padding },
  dashed: { ...framed(INK.review, 1), hLineStyle: () => dash, vLineStyle: () => dash },
  solid: framed(INK.done, 1.5),
} as const;
