import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';

const here = import.meta.dirname;
const outDir = (name: string): string => resolve(here, '../../dist/web', name);

/** The page of the service: hashed files, loaded under a content policy whose nonce the server puts in. */
const app: UserConfig = {
  root: here,
  html: { cspNonce: '__NONCE__' },
  build: { outDir: outDir('app'), emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
};

/** The viewer inside an HTML report: one script and one style, which the report holds in full. */
const report: UserConfig = {
  root: here,
  publicDir: false,
  // A library is built for any environment; this one runs in a browser only.
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: outDir('report'),
    emptyOutDir: true,
    minify: true,
    lib: { entry: 'report/main.tsx', name: 'SoatBai', formats: ['iife'], fileName: () => 'viewer.js', cssFileName: 'viewer' },
  },
};

export default defineConfig(({ mode }) => ({ ...(mode === 'report' ? report : app), plugins: [react()] }));
