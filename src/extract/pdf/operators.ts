import { OPS } from './pdfjs.js';

/** How paths are painted. */
export const FILLS = new Set([OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]);
/** Of these, the ones that fill by the even-odd rule. */
export const EVEN_ODD = new Set([OPS.eoFill, OPS.eoFillStroke, OPS.closeEOFillStroke]);
/** Those that draw the outline. */
export const STROKES = new Set([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]);

/** The operators that matter here, by what the reader does. */
export const NAMES = new Map(
  (
    [
      ['save', [OPS.save]],
      ['restore', [OPS.restore, OPS.paintFormXObjectEnd, OPS.endGroup, OPS.endAnnotation]],
      ['transform', [OPS.transform]],
      ['paintFormXObjectBegin', [OPS.paintFormXObjectBegin]],
      ['beginGroup', [OPS.beginGroup]],
      ['beginAnnotation', [OPS.beginAnnotation]],
      ['beginMarkedContent', [OPS.beginMarkedContent, OPS.beginMarkedContentProps]],
      ['endMarkedContent', [OPS.endMarkedContent]],
      ['setGState', [OPS.setGState]],
      ['setFillRGBColor', [OPS.setFillRGBColor]],
      ['setStrokeRGBColor', [OPS.setStrokeRGBColor]],
      ['setFillPattern', [OPS.setFillColorN, OPS.setFillTransparent]],
      ['setStrokePattern', [OPS.setStrokeColorN, OPS.setStrokeTransparent]],
      ['setLineWidth', [OPS.setLineWidth]],
      ['clip', [OPS.clip, OPS.eoClip]],
      ['constructPath', [OPS.constructPath]],
      ['paintPicture', [OPS.paintImageXObject, OPS.paintInlineImageXObject]],
      ['paintStencil', [OPS.paintImageMaskXObject]],
      ['paintSolid', [OPS.paintSolidColorImageMask]],
      ['shadingFill', [OPS.shadingFill]],
      ['beginText', [OPS.beginText]],
      ['setFont', [OPS.setFont]],
      ['setCharSpacing', [OPS.setCharSpacing]],
      ['setWordSpacing', [OPS.setWordSpacing]],
      ['setHScale', [OPS.setHScale]],
      ['setLeading', [OPS.setLeading]],
      ['setTextRenderingMode', [OPS.setTextRenderingMode]],
      ['setTextMatrix', [OPS.setTextMatrix]],
      ['moveText', [OPS.moveText]],
      ['setLeadingMoveText', [OPS.setLeadingMoveText]],
      ['nextLine', [OPS.nextLine]],
      ['showText', [OPS.showText]],
    ] as const
  ).flatMap(([name, operators]) => operators.map((operator) => [operator, name] as const)),
);
