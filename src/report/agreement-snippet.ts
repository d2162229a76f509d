import type { AgreementFigures } from '../pipeline/agreement/measure.js';

/** What is put forward as lines for a campaign file: the whole policy, and the minimum of each theme that changes. Empty where nothing is. */
export function agreementSnippet({ putForward, settings, themes }: AgreementFigures): string[] {
  const { policy, minimums } = putForward;
  const isChanged = settings.some(({ name, current }) => limitOf(policy, name) !== current.value);
  if (!isChanged && Object.keys(minimums).length === 0) return [];
  const { review, rewrite, minimumSyllables, maximumSyllables } = policy;
  return [
    'policy:',
    `  review: ${inline(review)}`,
    `  rewrite: ${inline(rewrite)}`,
    `  minimumSyllables: ${minimumSyllables}`,
    `  maximumSyllables: ${maximumSyllables}`,
    ...Object.entries(minimums).flatMap(([id, minimum]) => [
      `# themes, id: ${id} (${themes.find((theme) => theme.id === id)?.minimum} → ${minimum})`,
      `#   minimum: ${minimum}`,
    ]),
  ];
}

const inline = (limits: object): string =>
  `{ ${Object.entries(limits)
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ')} }`;

function limitOf(policy: AgreementFigures['putForward']['policy'], name: AgreementFigures['settings'][number]['name']): unknown {
  return name.split('.').reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>>)[key], policy);
}
