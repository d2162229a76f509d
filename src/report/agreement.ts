import type { AgreementJson } from '../api/agreement.js';
import type { AgreementFigures } from '../pipeline/agreement/measure.js';
import type { ScoredEssays } from '../pipeline/agreement/scored-essay.js';

/** How proposals and conclusions agree, with what they are of. */
export interface AgreementReport extends AgreementFigures, Pick<ScoredEssays, 'campaign'> {
  /** Essays that nobody concluded on. */
  readonly open: number;
}

/** Agreement as `calibrate --json` writes it. */
export function toAgreementJson({ campaign, open, ...figures }: AgreementReport): AgreementJson {
  const { grounds, themes, settings, ...rest } = figures;
  return {
    version: 1,
    campaign,
    open,
    ...rest,
    proposals: { ...figures.proposals },
    grounds: [...grounds],
    themes: themes.map(({ tried, suggestion, ...theme }) => ({
      ...theme,
      tried: [...tried],
      suggestion: suggestion && toSuggestion(suggestion),
    })),
    settings: settings.map(({ name, current, tried, suggestion }) => ({
      name,
      current,
      tried: [...tried],
      suggestion: toSuggestion(suggestion),
    })),
  };
}

function toSuggestion({ wanting, ...suggestion }: AgreementFigures['settings'][number]['suggestion']) {
  return { ...suggestion, wanting: wanting && { judgements: wanting.judgements, ofEach: [...wanting.ofEach] as [number, number] } };
}
