// Ten people visit clinics that have no language model, from the greeting to a complete form, in English and in Spanish, over real
// sockets. Checks every value, every quotation and what they were told. `npm run prove -- visits [--only=<id>] [--write]`; --write
// puts the transcripts into docs/visits.md.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTestDatabase } from '#test/test-database.ts';
import { REPOSITORY } from '../processes/checkout.ts';
import { startTestCluster } from './tools/test-cluster.ts';
import { openVisitsDesk } from './visits/desk.ts';
import { type HeldVisit, holdVisit } from './visits/hold-visit.ts';
import { judgeVisit } from './visits/judge-visit.ts';
import { ENGLISH_PERSONAS } from './visits/personas.en.ts';
import { SPANISH_PERSONAS } from './visits/personas.es.ts';
import { transcripts } from './visits/transcript.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
const options = process.argv.slice(2);
const only = options.find((option) => option.startsWith('--only='))?.slice('--only='.length);
const personas = [...ENGLISH_PERSONAS, ...SPANISH_PERSONAS].filter(({ id }) => only === undefined || id === only);

const { cluster, stop } = await startTestCluster();
const database = await createTestDatabase({ cluster });
const visits = await openVisitsDesk(database);
const held: HeldVisit[] = [];
let wrong = 0;
try {
  for (const persona of personas) {
    const visit = await holdVisit(visits, persona);
    held.push(visit);
    const problems = judgeVisit(visit);
    wrong += problems.length;
    const messages = visit.lines.filter(({ who }) => who === 'visitor').length;
    say(`${persona.id}: ${messages} messages, ${visit.form?.fields.length ?? 0} fields, ${problems.length === 0 ? 'right' : 'WRONG'}`);
    for (const problem of problems) say(`  ${problem}`);
  }
} finally {
  await visits.close();
  await database.close();
  await stop();
}

const document = transcripts(held);
if (options.includes('--write') && only === undefined) writeFileSync(join(REPOSITORY, 'docs/visits.md'), document);
else if (only !== undefined) say(document);

const isProven = wrong === 0 && held.length === personas.length && personas.length > 0;
say(`visits: ${held.length} held, ${wrong} things wrong, no seed needed (${isProven ? 'proven' : 'FAILED'})`);
process.exitCode = isProven ? 0 : 1;
