// Clients of all four transports chat through a balancer in front of two server processes, while their connections are cut on both sides
// or left half-open at random. Judged by what each client was shown and by what is stored.
// `npm run prove -- sockets [--seconds=200] [--clients=32] [--seed=n] [--piece-ms=40] [--no-redis]`
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { describeMachine } from './dialogues/report.ts';
import { runSockets } from './sockets/run-sockets.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string' },
    clients: { type: 'string' },
    seed: { type: 'string' },
    'piece-ms': { type: 'string' },
    'no-redis': { type: 'boolean' },
  },
});
const say = (line: string) => process.stdout.write(`${line}\n`);
const wholeNumber = (name: 'seconds' | 'clients' | 'seed' | 'piece-ms', otherwise: number): number => {
  const number = Number(values[name] ?? otherwise);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name}=${values[name]} is no whole number above zero.`);
  return number;
};
const seconds = wholeNumber('seconds', 200);
const clients = wholeNumber('clients', 32);
const seed = wholeNumber('seed', Math.floor(Math.random() * 1e9) + 1);
const pieceMs = wholeNumber('piece-ms', 40);
const hasRedis = values['no-redis'] !== true && existsSync('/usr/bin/redis-server');
const PROBLEMS_SHOWN = 40;

say(`sockets: seed ${seed}, ${clients} clients for ${seconds} s, ${hasRedis ? 'with Redis' : 'without Redis'}`);
say(`machine ${describeMachine()}\n`);
const { problems, inside, harm, byTransport, given, stuck, errorsLogged } = await runSockets({
  seed,
  clients,
  seconds,
  pieceMs,
  hasRedis,
  say,
});

const sum = (of: (counts: NonNullable<ReturnType<typeof byTransport.get>>) => number) =>
  [...byTransport.values()].reduce((total, counts) => total + of(counts), 0);
for (const [transport, counts] of byTransport) {
  say(
    `${transport}: ${counts.clients} clients, ${counts.connections} connections, ${counts.messages} messages (${counts.sentAgain} sent again), ` +
      `${counts.acknowledged} acknowledged, ${counts.durableFrames} durable frames and ${counts.tokens} tokens shown`,
  );
}
say(`${harm.cut} connections were cut and ${harm.frozen} left half-open`);
say(`connections by node: ${given.join(' and ')}, of which ${stuck.join(' and ')} stuck to the node of their session`);
say(
  Object.entries(inside)
    .map(([name, count]) => `${count} ${name}`)
    .join(', '),
);
for (const [text, count] of [...errorsLogged].slice(0, 12)) say(`  logged ${count} × ${text}`);
for (const problem of problems.slice(0, PROBLEMS_SHOWN)) say(`  PROBLEM ${problem}`);
if (problems.length > PROBLEMS_SHOWN) say(`  … and ${problems.length - PROBLEMS_SHOWN} more`);
say(
  `\nsockets: ${problems.length === 0 ? 'passed' : 'FAILED'}: seed ${seed}, ${clients} clients for ${seconds} s, ${harm.cut + harm.frozen} connections harmed, ` +
    `${sum((counts) => counts.connections)} connections, ${sum((counts) => counts.acknowledged)} of ${sum((counts) => counts.messages)} messages acknowledged, ${problems.length} problems`,
);
process.exit(problems.length === 0 ? 0 : 1);
