import { ExplainedFailure } from '../events/failure-summary.ts';

/** Trying again is pointless: the job becomes a dead letter at once. The message is stored for staff, so it holds nothing that people wrote. */
export class PermanentJobFailure extends ExplainedFailure {
  override name = 'PermanentJobFailure';
}

/** The attempt took longer than the job allows. */
export class JobTimeout extends ExplainedFailure {
  override name = 'JobTimeout';
}

/** The job is no longer ours: another worker has it, or a newer job of the same key has taken its place. */
export class JobLost extends ExplainedFailure {
  override name = 'JobLost';
}

/** The process stops; the attempt does not count. */
export class WorkerStopping extends ExplainedFailure {
  override name = 'WorkerStopping';
}
