import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { Role } from '../model/access.js';

/**
 * Who may ask. `everyone`: no session is looked at. `visitor`: with or without a login. `account`: any account, for what
 * belongs to nobody else. `member`: whoever is signed in as a member. Roles: accounts that hold one of them somewhere;
 * the request's records are those of the units where they do.
 */
export type Access = 'everyone' | 'visitor' | 'account' | 'member' | readonly Role[];

/** Whoever sets things up for a unit. */
export const ADMINISTRATORS: readonly Role[] = ['administrator'];
/** Whoever runs campaigns. */
export const COMMITTEE: readonly Role[] = ['committee'];
/** Whoever organises the studying. */
export const ORGANISERS: readonly Role[] = ['committee', 'board'];
/** Whoever may read how the studying went. */
export const ORGANISERS_AND_READERS: readonly Role[] = ['committee', 'board', 'secretary', 'reviewer', 'inspection'];
/** Whoever puts their name under what a unit sends. */
export const SIGNERS: readonly Role[] = ['secretary'];
/** Whoever sends and issues programmes, or is in charge of units. */
export const SIGNERS_AND_COMMITTEE: readonly Role[] = ['committee', 'secretary'];
/** The same with whoever works on what was found. */
export const SIGNERS_AND_WRITERS: readonly Role[] = ['committee', 'secretary', 'reviewer'];
/** Whoever may read programmes and plans. */
export const PROGRAMME_READERS: readonly Role[] = ['committee', 'secretary', 'reviewer', 'inspection'];
/** Whoever may read reports and figures. */
export const REPORT_READERS: readonly Role[] = ['committee', 'secretary', 'inspection'];
/** Whoever looks after the units below. */
export const COMMITTEE_AND_INSPECTION: readonly Role[] = ['committee', 'inspection'];
/** Whoever works on what was found. */
export const WRITERS: readonly Role[] = ['committee', 'reviewer'];
/** Whoever may read what was found. */
export const READERS: readonly Role[] = ['committee', 'reviewer', 'inspection'];

/** Whoever may see which files a batch has and how far it is concluded. */
export const BATCH_READERS: readonly Role[] = [...READERS, 'secretary'];

/** Whoever watches over what is done at a unit. */
export const AUDITORS: readonly Role[] = ['administrator', 'inspection'];

/** Kinds of office files, as headers name them. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

type MediaType =
  | 'multipart/form-data'
  | 'text/csv'
  | 'text/html'
  | 'text/plain'
  | 'text/event-stream'
  | 'application/jsonl'
  | 'application/pdf'
  | 'application/zip'
  | 'application/octet-stream'
  | typeof XLSX
  | typeof DOCX;

/** Something that is not JSON; a form's fields have a schema. */
export interface Media {
  readonly type: MediaType;
  /** What it may be just as well. */
  readonly others?: readonly MediaType[];
  readonly schema?: z.ZodType;
}

/** What others are told of a route, at /api/docs; the schemas are those that its handler reads and answers with. */
export interface Description {
  /** One short sentence, Vietnamese and English. */
  readonly vi: string;
  readonly en: string;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType | Media;
  /** How a request says that it is an earlier one again, where the handler sees to that itself. */
  readonly key?: z.ZodType;
  /** Left out where there is none. */
  readonly answer?: z.ZodType | Media;
  /** Of success; 200, and 204 without an answer, where it is left out. */
  readonly status?: number;
  /** Whether the answer tells a secret of which only a hash is kept: it is told this once, and kept for no repeated request. */
  readonly isToldOnce?: boolean;
}

/** One thing that the service does, as the table in app.ts lists it. */
export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** Pattern as Express reads it; logs and metrics name requests by it, since addresses may name people. */
  readonly path: string;
  readonly access: Access;
  readonly describe: Description;
  /** Whether only people may ask, at a page: software with an access token is told that there is no such address. */
  readonly isForPeople?: boolean;
  /** Limits, and what reads the body; they run once the guards have let the request through. */
  readonly before?: readonly RequestHandler[];
  /** Rejects with AppError or RequestError for what is answered as a failure. */
  handle(request: Request, response: Response): Promise<void> | void;
}

/** Whether something is not JSON. */
export function isMedia(of: z.ZodType | Media | undefined): of is Media {
  return of !== undefined && !(of instanceof z.ZodType);
}

/** Whether a request that comes again under one key has one effect; what is uploaded is known by its content, and a secret is never kept to be told again. */
export function isDoneOnce({ method, access, describe }: Pick<Route, 'method' | 'access' | 'describe'>): boolean {
  return method !== 'get' && access !== 'everyone' && access !== 'visitor' && !isMedia(describe.body) && !describe.isToldOnce;
}

/** Pattern of the route that a response belongs to; `none` when no route fits. */
export function routeOf(response: object): string {
  const { route } = (response as { readonly locals?: { readonly route?: unknown } }).locals ?? {};
  return typeof route === 'string' ? route : 'none';
}

/** Notes under which pattern a response is counted and logged. */
export function nameRoute(path: string): RequestHandler {
  return (_request, response, next) => {
    response.locals.route = path;
    next();
  };
}
