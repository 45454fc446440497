import type { Connection } from '#platform/db/embedded/database-server.ts';
import type { Random } from '#test/chaos/random.ts';
import type { Report } from '../shared/report.ts';
import type { Upstream } from './upstream.ts';

/** What a phase of the storm works on. */
export interface World {
  url: string;
  /** As the superuser, behind the product's back. */
  database: Connection | string;
  upstream: Upstream;
  random: Random;
  report: Report;
  /** Numbers clients, so that keys are different over all phases. */
  nextNumber(count: number): number;
}
