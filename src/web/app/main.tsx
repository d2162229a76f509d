import './service/strict.js';
import '../look/fonts.css';
import '../look/look.css';
import '../look/app.css';
import './app.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { applyAppearance } from '../look/appearance.js';
import { App } from './app.js';
import { refuseStrayDrops } from './frame/no-stray-drops.js';

applyAppearance();
refuseStrayDrops();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
