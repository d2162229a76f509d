import type { Source } from '../read-text.js';
import { PageDrawer } from './page-drawer.js';
import { type RecognisedPage, toPage, unseen, withRecogniser } from './recognise.js';

/** Dots per inch at which a page is drawn; at 150 one word in a hundred is read wrong, above 200 no fewer than at it. */
const RESOLUTION = 200;

/** Draws the given pages (from 1) of a PDF and reads what they look like, in the order of the file; one that cannot be drawn is poor. */
export async function recognisePdfPages(source: Source, numbers: readonly number[]): Promise<RecognisedPage[]> {
  const drawer = new PageDrawer(source);
  try {
    return await withRecogniser(async (recogniser) => {
      const pages: RecognisedPage[] = [];
      for (const number of [...numbers].sort((one, other) => one - other)) {
        source.onPage();
        const drawn = await drawer.draw(number, RESOLUTION);
        pages.push(drawn === null ? unseen(number) : toPage(number, await recogniser.recognise(drawn.picture)));
      }
      return pages;
    });
  } finally {
    await drawer.close();
  }
}
