import { AppError } from '../../model/errors.js';
import { isAllowedHost } from './hosts.js';
import * as say from './messages.js';

/** Where sentences are sent to be embedded. */
export interface EmbeddingSettings {
  /** Of POST …/embeddings, as OpenAI's API has it. */
  readonly endpoint: string;
  readonly model: string;
  /** Sent as a bearer token; null for none. */
  readonly key: string | null;
  /** Hosts beside this machine, as URLs write them, lower case. */
  readonly allowed: readonly string[];
}

/** What a command line says. */
export interface EmbeddingOptions {
  readonly embeddings?: string | undefined;
  readonly embeddingsModel?: string | undefined;
  readonly embeddingsAllow?: readonly string[] | undefined;
}

/**
 * The provider of a command line and environment (SOATBAI_EMBEDDINGS_KEY, SOATBAI_EMBEDDINGS_ALLOW); null, as by default, for none.
 * Throws AppError `argument` for half a setting, an address that is none, and a host that is neither this machine nor listed.
 */
export function readEmbeddingSettings(options: EmbeddingOptions, environment: NodeJS.ProcessEnv): EmbeddingSettings | null {
  const { embeddings, embeddingsModel: model, embeddingsAllow = [] } = options;
  if (embeddings === undefined) {
    if (model !== undefined || embeddingsAllow.length > 0) throw new AppError('argument', say.embeddingsNeedsUrl);
    return null;
  }
  if (model === undefined || model.trim() === '') throw new AppError('argument', say.embeddingsModel);
  const url = URL.canParse(embeddings) ? new URL(embeddings) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username + url.password + url.search + url.hash !== '')
    throw new AppError('argument', say.embeddingsUrl(withoutSecrets(embeddings)));
  const listed = [...embeddingsAllow, ...(environment.SOATBAI_EMBEDDINGS_ALLOW ?? '').split(/[\s,;]+/)];
  const allowed = listed.map(asHost).filter((host) => host !== '');
  if (!isAllowedHost(asHost(url.hostname), new Set(allowed))) throw new AppError('argument', say.embeddingsHost(asHost(url.hostname)));
  const key = environment.SOATBAI_EMBEDDINGS_KEY || null;
  if (key !== null && !/^[\x21-\x7e]+$/.test(key)) throw new AppError('argument', say.embeddingsKey);
  return { endpoint: endpointOf(url), model: model.trim(), key, allowed };
}

/** The address to post to, of a server's or of its API's. */
function endpointOf(url: URL): string {
  const path = url.pathname.replace(/\/+$/, '');
  if (path.endsWith('/embeddings')) return `${url.origin}${path}`;
  return `${url.origin}${path.endsWith('/v1') ? path : `${path}/v1`}/embeddings`;
}

/** A host without the brackets of an IPv6 address. */
export const asHost = (host: string): string =>
  host
    .trim()
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1');

const withoutSecrets = (url: string): string => url.replace(/\/\/[^/@]*@/, '//…@').replace(/[?#].*$/, '…');
