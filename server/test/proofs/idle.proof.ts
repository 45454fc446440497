// Idle connections to one server process, held by another process: what each costs in memory, and whether all are alive after two rounds
// of pings. `npm run prove -- idle [--plain=10000] [--websocket=2000] [--polling=500] [--per-session=2]`
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { describeMachine } from './dialogues/report.ts';
import type { IdleTransport } from './idle/hold-sockets.ts';
import { type IdleReport, runIdle } from './idle/run-idle.ts';
import { endOnSignals } from './shared/child.ts';

const { values } = parseArgs({
  options: {
    plain: { type: 'string', default: '10000' },
    websocket: { type: 'string', default: '2000' },
    polling: { type: 'string', default: '500' },
    'per-session': { type: 'string', default: '2' },
  },
});
const say = (line: string) => process.stdout.write(`${line}\n`);
const wholeNumber = (name: keyof typeof values): number => {
  const number = Number(values[name]);
  if (!Number.isInteger(number) || number < 0) throw new Error(`--${name}=${values[name]} is no whole number.`);
  return number;
};
/** The server has its database, its log and itself to hold open too. */
const RESERVED_FILES = 500;
const FAIR_MEGABYTES_OF_TEN_THOUSAND = 150;

endOnSignals();
const perSession = wholeNumber('per-session');
if (perSession < 1 || perSession > 10) throw new Error('--per-session is from 1 to 10: a session may have no more connections.');
const mostSockets = openFilesAllowed() - RESERVED_FILES;
const wanted: [IdleTransport, number][] = [
  ['plain', wholeNumber('plain')],
  ['socketio-websocket', wholeNumber('websocket')],
  ['socketio-polling', wholeNumber('polling')],
];
say(`idle: a process may open ${openFilesAllowed()} files here; ${perSession} connections per session`);
say(`machine ${describeMachine()}\n`);
const reports = new Map<IdleTransport, IdleReport>();
for (const [transport, count] of wanted) {
  if (count === 0) continue;
  const sockets = Math.min(count, mostSockets);
  say(`${transport}: ${sockets} connections${sockets < count ? `, because the system allows no more than that instead of ${count}` : ''}`);
  const report = await runIdle({ transport, sockets, perSession, say });
  reports.set(transport, report);
  say(
    `  each ${report.usedKilobytesEach.toFixed(1)} kB of what is in use (${report.before.usedMegabytes.toFixed(0)} MB before, ${report.idle.usedMegabytes.toFixed(0)} MB idle) ` +
      `and ${report.residentKilobytesEach.toFixed(1)} kB resident (${report.before.residentMegabytes.toFixed(0)} and ${report.idle.residentMegabytes.toFixed(0)} MB); ` +
      `${(report.idleLoad * 100).toFixed(1)} % of one core while idle`,
  );
  for (const problem of report.problems) say(`  PROBLEM ${problem}`);
}
const problems = [...reports.values()].flatMap((report) => report.problems);
const plain = reports.get('plain');
if (plain) {
  const ofTenThousand = (Math.max(plain.usedKilobytesEach, plain.residentKilobytesEach) * 10_000) / 1024;
  say(`10,000 plain ones take ${ofTenThousand.toFixed(0)} MB, of ${FAIR_MEGABYTES_OF_TEN_THOUSAND} MB that are fair`);
}
const summary = [...reports].map(
  ([transport, { sockets, usedKilobytesEach }]) => `${sockets} ${transport} ${usedKilobytesEach.toFixed(1)} kB each`,
);
say(
  `\nidle: ${problems.length === 0 ? 'passed' : 'FAILED'}: ${summary.join(', ')}, ${problems.length === 0 ? 'all alive after two rounds of pings' : `${problems.length} problems`}`,
);
process.exit(problems.length === 0 ? 0 : 1);

/** What the server and the clients inherit. Source: proc(5), limits. */
function openFilesAllowed(): number {
  const [, soft = ''] = /^Max open files\s+(\d+|unlimited)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
  return soft === 'unlimited' ? Number.MAX_SAFE_INTEGER : Number(soft);
}
