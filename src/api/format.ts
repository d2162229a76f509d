/** How figures are written, the same on the page as in every report. */
export {
  formatBelow,
  formatCount,
  formatDate,
  formatDay,
  formatDecimal,
  formatFigure,
  formatLimit,
  formatMoment,
  formatPart,
  formatShare,
  NO_FIGURE,
} from '../model/format.js';
