import '../look/look.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { HashRouter } from 'react-router';
import type { ViewData } from '../../api/view.js';
import { applyAppearance } from '../look/appearance.js';
import { Viewer } from '../viewer/viewer.js';
import { WordsProvider } from '../viewer/words.js';
import { Frame } from './frame.js';
import { sourceOf } from './source.js';

/** Puts the viewer on the page, on the data that stands in it. */
function start(): void {
  const place = document.getElementById('bao-cao');
  const text = document.getElementById('du-lieu')?.textContent;
  if (place === null || !text) throw new Error('the report holds no data');
  const data = JSON.parse(text) as ViewData;
  const queries = new QueryClient({
    defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, networkMode: 'always' } },
  });
  const source = sourceOf(data);
  // A case of one pair or group opens on its page, unless the address names another one of it.
  if (data.case !== undefined && window.location.hash.length < 2) window.location.hash = data.case.start;
  createRoot(place).render(
    <QueryClientProvider client={queries}>
      <HashRouter>
        <WordsProvider>
          <Frame campaign={data.overview.campaign.name} about={data.case}>
            <Viewer source={source} base="" />
          </Frame>
        </WordsProvider>
      </HashRouter>
    </QueryClientProvider>,
  );
}

applyAppearance();
start();
