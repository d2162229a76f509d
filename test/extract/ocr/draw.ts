import { createRequire } from 'node:module';
import { type Canvas, createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { SENTENCE } from '../make-files.js';

GlobalFonts.registerFromPath(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSerif.ttf'), 'Essay');

/** Two paragraphs of an essay: some 110 syllables. */
export const ESSAY = [
  SENTENCE,
  'Trong thời gian tới, tôi sẽ thường xuyên tự phê bình, khắc phục hạn chế, giúp đỡ đồng nghiệp trẻ, giữ gìn đoàn kết và gương mẫu thực hiện quy chế của cơ quan. Tôi đề nghị cấp ủy tiếp tục đổi mới sinh hoạt, quan tâm hơn đến việc học tập của mọi người và kiểm tra kết quả mỗi quý một lần.',
];
export const OTHER = [
  'Qua buổi thảo luận, nhóm chúng tôi thống nhất ba việc cần làm ngay: rà soát hồ sơ, hướng dẫn bà con làm thủ tục qua mạng và trực thêm ngày thứ bảy. Mỗi việc có một người chịu trách nhiệm, có thời hạn và có báo cáo ngắn gửi cho cả nhóm.',
];

export interface DrawOptions {
  /** Dots per inch; the letters are of 13 points. */
  readonly resolution?: number;
  /** Degrees clockwise. */
  readonly askew?: number;
  readonly ink?: string;
}

/** A5 paper with paragraphs on it, as a printer and a scanner without any fault would make it. */
export function drawPage(paragraphs: readonly string[], { resolution = 150, askew = 0, ink = '#111' }: DrawOptions = {}): Canvas {
  const canvas = createCanvas(Math.round(5.83 * resolution), Math.round(8.27 * resolution));
  const context = blank(canvas);
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((askew * Math.PI) / 180);
  context.translate(-canvas.width / 2, -canvas.height / 2);
  const size = (13 * resolution) / 72;
  context.font = `${size}px Essay`;
  context.fillStyle = ink;
  let y = resolution * 0.7;
  for (const paragraph of paragraphs) {
    for (const line of wrap(paragraph, (text) => context.measureText(text).width <= canvas.width - resolution)) {
      context.fillText(line, resolution / 2, y);
      y += size * 1.4;
    }
    y += size;
  }
  return canvas;
}

function wrap(text: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function blank(canvas: Canvas): ReturnType<Canvas['getContext']> {
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  return context;
}

/** The picture turned clockwise. */
export function turned(canvas: Canvas, degrees: 90 | 180 | 270): Canvas {
  const isUpright = degrees === 180;
  const result = createCanvas(isUpright ? canvas.width : canvas.height, isUpright ? canvas.height : canvas.width);
  const context = blank(result);
  context.translate(result.width / 2, result.height / 2);
  context.rotate((degrees * Math.PI) / 180);
  context.drawImage(canvas, -canvas.width / 2, -canvas.height / 2);
  return result;
}

/** The picture drawn at another size. */
export function scaled(canvas: Canvas, factor: number): Canvas {
  const result = createCanvas(Math.round(canvas.width * factor), Math.round(canvas.height * factor));
  blank(result).drawImage(canvas, 0, 0, result.width, result.height);
  return result;
}

/** Two pages on one sheet. */
export function sideBySide(left: Canvas, right: Canvas): Canvas {
  const result = createCanvas(left.width + right.width, left.height);
  const context = blank(result);
  context.drawImage(left, 0, 0);
  context.drawImage(right, left.width, 0);
  return result;
}

export const png = (canvas: Canvas): Buffer => canvas.toBuffer('image/png');
export const jpeg = (canvas: Canvas, quality = 80): Buffer => canvas.toBuffer('image/jpeg', quality);

/** The JPEG with a head that says how it is turned (Exif, tag 0x0112): 6 is a quarter clockwise, 8 one back, 3 upside down. */
export function withOrientation(image: Buffer, orientation: 3 | 6 | 8): Buffer {
  const tag = Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]);
  const directory = Buffer.concat([Buffer.from('MM\0*\0\0\0\x08\0\x01', 'latin1'), tag]);
  const segment = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), directory]);
  const head = Buffer.from([0xff, 0xe1, 0, segment.length + 2]);
  return Buffer.concat([image.subarray(0, 2), head, segment, image.subarray(2)]);
}

/** A TIFF of several pages in shades of grey, not compressed. */
export function tiff(pages: readonly Canvas[]): Buffer {
  const parts: Buffer[] = [Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0])];
  let at = 8;
  pages.forEach((page, index) => {
    const pixels = greyOf(page);
    const entries = [
      [256, page.width],
      [257, page.height],
      [258, 8],
      [259, 1],
      [262, 1],
      [273, at + 2 + 8 * 12 + 4],
      [278, page.height],
      [279, pixels.length],
    ] as const;
    const directory = Buffer.alloc(2 + entries.length * 12 + 4);
    directory.writeUInt16LE(entries.length);
    entries.forEach(([tag, value], number) => {
      directory.writeUInt16LE(tag, 2 + number * 12);
      directory.writeUInt16LE(4, 4 + number * 12);
      directory.writeUInt32LE(1, 6 + number * 12);
      directory.writeUInt32LE(value, 10 + number * 12);
    });
    at += directory.length + pixels.length;
    if (index + 1 < pages.length) directory.writeUInt32LE(at, directory.length - 4);
    parts.push(directory, pixels);
  });
  return Buffer.concat(parts);
}

function greyOf(canvas: Canvas): Buffer {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  return Buffer.from(data.filter((_, index) => index % 4 === 1));
}

/** Words of a text, in lower case. */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
