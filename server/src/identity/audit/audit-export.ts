import type { AuditEntry } from '@foyer/contracts/audit.ts';

export type ExportFormat = 'csv' | 'jsonl';

/** The pages as text: a line per entry, in CSV after one with the names of the columns (RFC 4180). */
export async function* exportLines(format: ExportFormat, pages: AsyncIterable<readonly AuditEntry[]>): AsyncGenerator<string> {
  if (format === 'csv') yield csvLine(COLUMNS.map(([name]) => name));
  const lineOf = format === 'csv' ? toCsv : toJson;
  for await (const entries of pages) yield entries.map(lineOf).join('');
}

const toJson = (entry: AuditEntry): string => `${JSON.stringify(entry)}\n`;
const toCsv = (entry: AuditEntry): string => csvLine(COLUMNS.map(([, read]) => read(entry)));
const csvLine = (cells: readonly unknown[]): string => `${cells.map(cell).join(',')}\r\n`;

const COLUMNS: readonly [string, (entry: AuditEntry) => unknown][] = [
  ['id', ({ id }) => id],
  ['createdAt', ({ createdAt }) => createdAt],
  ['actorKind', ({ actor }) => actor.kind],
  ['actorId', ({ actor }) => actor.id],
  ['action', ({ action }) => action],
  ['subjectKind', ({ subject }) => subject.kind],
  ['subjectId', ({ subject }) => subject.id],
  ['subjectIds', ({ subjectIds }) => subjectIds.join(' ')],
  ['outcome', ({ outcome }) => outcome],
  ['channel', ({ source }) => source.channel],
  ['ip', ({ source }) => source.ip],
  ['userAgent', ({ source }) => source.userAgent],
  ['requestId', ({ source }) => source.requestId],
  ['facts', ({ facts }) => JSON.stringify(facts)],
  ['chainSeq', ({ chainSeq }) => chainSeq],
  ['hash', ({ hash }) => hash],
];

/** Programs that open CSV run what begins like a formula; an apostrophe in front makes it text. Callers choose their user agent. */
function cell(value: unknown): string {
  const text = value === null || value === undefined ? '' : String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
