export type { Catalogue } from '../look/language.js';
