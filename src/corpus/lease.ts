/**
 * `writer`: adds, assesses and removes essays. `serve`: serves the folder as a web application. Each is held by one
 * process at a time; they do not exclude each other.
 */
export type LeaseName = 'writer' | 'serve';

/** The right to be the only one; it ends with the process at the latest, however that ends. */
export interface Lease {
  /** Lets go; once more changes nothing. */
  release(): void;
}

export interface LeaseRequest {
  /** Who others are told holds it, Vietnamese, such as "máy chủ soatbai". */
  readonly holder: string;
  /** How long to wait for it, in milliseconds; 0: not at all. */
  readonly waitMs: number;
  /** Told once, when it has to be waited for, who holds it. */
  readonly onWait?: (holder: string) => void;
}
