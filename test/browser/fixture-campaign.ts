import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { parse } from 'yaml';

const FOLDER = 'fixtures/van-trach';

/** Path of a file of the fixture. */
export const fixture = (name: string): string => join(FOLDER, name);

interface Theme {
  readonly name: string;
  readonly kind: string;
  readonly required: boolean;
  readonly minimum: number;
  readonly phrases: readonly string[];
  readonly facets?: readonly { readonly name: string; readonly phrases: readonly string[] }[];
}

interface Campaign {
  readonly name: string;
  readonly references: readonly string[];
  readonly templates: readonly string[];
  readonly synonyms: readonly (readonly string[])[];
  readonly themes: readonly Theme[];
}

/** The fixture's campaign as its file tells it. */
export const CAMPAIGN = parse(readFileSync(fixture('campaign.yaml'), 'utf8')) as Campaign;

/** What the fixture's batch must give. */
export const EXPECTED = JSON.parse(readFileSync(fixture('expected.json'), 'utf8')) as {
  readonly submissions: readonly {
    readonly file: string;
    readonly state: string;
    readonly proposal: 'accept' | 'review' | 'rewrite';
    readonly sources: readonly string[];
  }[];
  readonly groups: readonly (readonly string[])[];
};

/** Fills the form of a new campaign as the fixture's file has it; limits that are not named are the usual ones. */
export async function fillCampaign(page: Page): Promise<void> {
  await page.getByLabel('Tên đợt').fill(CAMPAIGN.name);
  await choose(page, 'Chọn tệp: Nghị quyết, tài liệu học tập', CAMPAIGN.references.map(fixture));
  await choose(page, 'Chọn tệp: Mẫu bài, phiếu phát sẵn', CAMPAIGN.templates.map(fixture));
  const usual = page.getByRole('button', { name: 'Bỏ chủ đề:' });
  while ((await usual.count()) > 0) await usual.first().click();
  for (const [index, theme] of CAMPAIGN.themes.entries()) {
    await page.getByRole('button', { name: 'Thêm chủ đề' }).click();
    await fillTheme(page.locator('.themeform').nth(index), theme);
  }
  await page.getByLabel('Mức: phần chủ đề bắt buộc chưa đạt từ').fill('50');
  await page.getByText('Từ dùng thay nhau').first().click();
  await page.getByRole('textbox', { name: 'Từ dùng thay nhau' }).fill(CAMPAIGN.synonyms.map((words) => words.join(', ')).join('\n'));
  for (const file of [...CAMPAIGN.references, ...CAMPAIGN.templates]) await page.getByLabel(`Bỏ tệp ${file}`).waitFor();
}

async function fillTheme(box: Locator, theme: Theme): Promise<void> {
  await box.getByLabel('Tên chủ đề').fill(theme.name);
  await box.getByLabel('Cách nhận biết').selectOption(theme.kind);
  await box.getByLabel('Mức đạt').fill(String(theme.minimum).replace('.', ','));
  await box.getByRole('checkbox', { name: 'Bắt buộc' }).setChecked(theme.required);
  await fillPhrases(box.locator('.phrases').first(), theme.phrases);
  if (theme.facets === undefined) return;
  await box.getByText('Các ý nhỏ của chủ đề').click();
  for (const [index, facet] of theme.facets.entries()) {
    await box.getByRole('button', { name: 'Thêm ý nhỏ' }).click();
    const place = box.locator('.facet').nth(index);
    await place.getByLabel('Tên ý').fill(facet.name);
    await fillPhrases(place.locator('.phrases'), facet.phrases);
  }
}

/** Types phrases as one list. */
async function fillPhrases(box: Locator, phrases: readonly string[]): Promise<void> {
  const input = box.getByRole('textbox');
  await input.fill(phrases.join(', '));
  await input.press('Enter');
}

/** Chooses files behind a button. */
export async function choose(page: Page, button: string, files: readonly string[]): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: button, exact: true }).click()]);
  await chooser.setFiles([...files]);
}

/** Lets a file fall on the place for dropping, as a person does. */
export async function drop(page: Page, path: string, name: string): Promise<void> {
  const data = await page.evaluateHandle(
    `(() => {
      const data = new DataTransfer();
      const bytes = Uint8Array.from(atob(${JSON.stringify(readFileSync(path).toString('base64'))}), (one) => one.charCodeAt(0));
      data.items.add(new File([bytes], ${JSON.stringify(name)}));
      return data;
    })()`,
  );
  await page.locator('.drop').dispatchEvent('drop', { dataTransfer: data });
}
