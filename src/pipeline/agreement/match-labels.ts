import { AppError } from '../../model/errors.js';
import { groupBy } from '../group-by.js';
import { nearestName } from '../nearest-name.js';
import type { Label } from './labels-file.js';
import { labelsAmbiguousFile, labelsDuplicate, labelsError, labelsUnknownFile } from './messages.js';
import type { JudgedEssay, ScoredEssay } from './scored-essay.js';

/**
 * Finds the essay of each conclusion: by its id, else by its whole name as the report shows it, else by the name's last part if no other
 * essay has that. Throws AppError `labels-file` for one that is not there or comes twice.
 */
export function matchLabels(labels: readonly Label[], essays: readonly ScoredEssay[], file: string): JudgedEssay[] {
  const byId = new Map(essays.map((essay) => [essay.id, essay]));
  const byName = groupBy(essays, (essay) => essay.file.normalize('NFC'));
  const byLastPart = groupBy(essays, (essay) => lastPart(essay.file.normalize('NFC')));
  const placeOf = new Map<string, string>();
  return labels.map((label) => {
    const refuse = (reason: string): AppError => new AppError('labels-file', labelsError(file, label.place, reason));
    const essay = find(label, refuse);
    const earlier = placeOf.get(essay.id);
    if (earlier !== undefined) throw refuse(labelsDuplicate(label.file || label.id, earlier));
    placeOf.set(essay.id, label.place);
    const { verdict, grounds, themes } = label;
    return { ...essay, judgement: { verdict, grounds, themes } };
  });

  function find(label: Label, refuse: (reason: string) => AppError): ScoredEssay {
    if (label.id !== '') {
      const essay = byId.get(label.id);
      if (essay === undefined) throw refuse(labelsUnknownFile(label.id, nearestName(label.id, [...byId.keys()])));
      return essay;
    }
    const found = byName.get(label.file) ?? byLastPart.get(label.file) ?? [];
    if (found.length > 1)
      throw refuse(
        labelsAmbiguousFile(
          label.file,
          found.map((one) => one.file),
        ),
      );
    if (found[0] === undefined)
      throw refuse(
        labelsUnknownFile(
          label.file,
          nearestName(
            lastPart(label.file),
            essays.map((one) => one.file),
            lastPart,
          ),
        ),
      );
    return found[0];
  }
}

const lastPart = (name: string): string => name.slice(name.lastIndexOf('/') + 1);
