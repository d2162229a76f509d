import './service/strict.js';
import '../look/fonts.css';
import '../look/look.css';
import '../look/app.css';
import './app.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { applyAppearance } from '../look/appearance.js';
import { speak } from '../words/words.js';
import { App } from './app.js';
import { refuseStrayDrops } from './frame/no-stray-drops.js';

applyAppearance();
refuseStrayDrops();
// In the language that was chosen, from the first drawing on.
void speak().then(() =>
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
);
