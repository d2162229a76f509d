import { showPlainly } from '../../api/odd-characters.js';
import { PROPOSALS } from '../../model/assessment.js';
import { formatCount } from '../../model/format.js';
import type { TriedTheme } from '../../pipeline/agreement/try-themes.js';
import type { AgreementReport } from '../agreement.js';
import { agreementSnippet } from '../agreement-snippet.js';
import * as say from './agreement-words.js';
import { pad, widthOf, wrap } from './lines.js';
import { painter } from './paint.js';
import { settingLines } from './setting-lines.js';
import { proposalWord, type Terminal } from './table.js';

const NARROWEST = 60;
const WIDEST = 120;
const INDENT = '  ';

/** How proposals and conclusions agree, for the terminal; the lines to paste stand at the left margin, without colour. */
export function agreementToTerminal(report: AgreementReport, options: { readonly columns: number; readonly colour: boolean }): string {
  const width = Math.min(WIDEST, Math.max(NARROWEST, Math.floor(options.columns) || NARROWEST));
  const terminal: Terminal = { width, paint: painter(options.colour) };
  const parts =
    report.judged === 0
      ? [headLines(report, terminal), told(say.NOTHING_JUDGED, terminal)]
      : [
          headLines(report, terminal),
          tableLines(report, terminal),
          groundLines(report, terminal),
          themeLines(report, terminal),
          settingLines(report.settings, terminal),
          closingLines(report, terminal),
        ];
  return `${parts.flatMap((part) => ['', ...part]).join('\n')}\n`;
}

const told = (text: string, { width }: Terminal, indent = INDENT): string[] =>
  wrap(text, width - indent.length - INDENT.length).map((line, at) => (at === 0 ? indent : indent + INDENT) + line);

const quietly = (text: string, terminal: Terminal): string[] =>
  wrap(text, terminal.width - 2 * INDENT.length).map((line) => INDENT + INDENT + terminal.paint('quiet', line));

function headLines({ campaign, judged, open, outdated }: AgreementReport, terminal: Terminal): string[] {
  const { width, paint } = terminal;
  return [
    INDENT + paint('title', say.AGREEMENT_TITLE),
    ...wrap(showPlainly(campaign), width - INDENT.length).map((line) => INDENT + paint('title', line)),
    INDENT + say.judgedCounts(judged, open),
    ...(outdated === 0 ? [] : told(say.outdatedNote(outdated), terminal)),
    INDENT + paint('quiet', '─'.repeat(width - INDENT.length)),
  ];
}

function tableLines({ proposals, overall, flagged, decided }: AgreementReport, terminal: Terminal): string[] {
  const { paint } = terminal;
  const words = [say.CONCLUDED.accepted, say.CONCLUDED.rewrite];
  const room = widthOf(proposalWord('review', painter(false)));
  const row = PROPOSALS.map((proposal) => {
    const word = proposalWord(proposal, paint) + ' '.repeat(room - widthOf(proposalWord(proposal, painter(false))));
    const { accepted, rewrite } = proposals[proposal];
    const cells = [accepted, rewrite].map((count, at) => paint('strong', pad(formatCount(count), widthOf(words[at]!), 'right')));
    return INDENT + [word, ...cells].join(INDENT);
  });
  return [
    INDENT + paint('quiet', [' '.repeat(room), ...words].join(INDENT)),
    ...row,
    '',
    ...told(say.overallLine(overall.agreed, overall.kappa, overall.interval), terminal),
    ...quietly(say.HALF, terminal),
    ...told(say.yesNoLine(say.FLAGGED, flagged), terminal),
    ...told(say.yesNoLine(say.DECIDED, decided), terminal),
    ...quietly(say.PRECISION, terminal),
    ...quietly(say.FORMULA, terminal),
  ];
}

function groundLines({ grounds }: AgreementReport, terminal: Terminal): string[] {
  return [
    INDENT + terminal.paint('title', say.BY_GROUND),
    ...grounds.flatMap(({ ground, ...found }) => told(say.yesNoLine(say.GROUND_WORDS[ground], found), terminal, INDENT + INDENT)),
  ];
}

function themeLines({ themes }: AgreementReport, terminal: Terminal): string[] {
  if (themes.length === 0) return [];
  const head = INDENT + terminal.paint('title', say.BY_THEME);
  const judged = themes.filter(({ agreement }) => agreement !== null);
  if (judged.length === 0) return [head, ...told(say.NO_THEMES, terminal, INDENT + INDENT)];
  const others = themes.filter(({ agreement }) => agreement === null).map(({ name }) => showPlainly(name));
  return [
    head,
    ...judged.flatMap((theme) => oneTheme(theme, terminal)),
    ...(others.length === 0 ? [] : quietly(say.themeNotJudged(others), terminal)),
  ];
}

function oneTheme({ id, name, minimum, judged, agreement, tried, suggestion }: TriedTheme, terminal: Terminal): string[] {
  if (agreement === null || suggestion === null) return [];
  const best = tried.find((one) => one.minimum === suggestion.best);
  const figures = [
    say.themeMinimum(minimum),
    ...(best === undefined || best.minimum === minimum ? [] : [say.bestMinimum(best.minimum, best.agreed, judged)]),
  ];
  const lines = [
    ...told(say.yesNoLine(`${showPlainly(name)} (${id})`, agreement), terminal, INDENT + INDENT),
    ...quietly(
      `${figures.join(' · ')} · ${say.suggestionLine(suggestion, minimum, (value) => String(value).replace('.', ','))}`,
      terminal,
    ).map((line) => INDENT + line),
  ];
  return lines;
}

function closingLines(report: AgreementReport, terminal: Terminal): string[] {
  const { width, paint } = terminal;
  const { agreedNow, agreedThen, changed } = report.putForward;
  const snippet = agreementSnippet(report);
  const rule = INDENT + paint('quiet', '─'.repeat(width - INDENT.length));
  if (snippet.length === 0) return [rule, ...told(say.NOTHING_PUT_FORWARD, terminal), ...told(say.NOTHING_CHANGES, terminal)];
  const isLess = agreedNow !== null && agreedThen !== null && agreedThen < agreedNow;
  return [
    rule,
    ...told(say.putForwardLine(agreedNow, agreedThen, changed), terminal),
    ...(isLess ? told(say.LESS_TOGETHER, terminal) : []),
    '',
    ...snippet,
    '',
    ...told(say.NOTHING_CHANGES, terminal),
  ];
}
