// Holds public dialogues with the product: each line that a patient says goes through the chat socket, and is stored once and answered
// once, by tokens. The product and the model server (an OpenAI-compatible one) are processes of their own.
// `npm run prove -- dialogues --data=<csv>`; see dialogues/options.ts for the rest.
import { askWithoutProduct } from './dialogues/baseline.ts';
import { type Dialogue, drawDialogues, readDialogues } from './dialogues/dialogue-source.ts';
import { delaysOf } from './dialogues/figures.ts';
import { type HeldDialogue, holdDialogue } from './dialogues/hold-dialogue.ts';
import { judge } from './dialogues/judge.ts';
import { answerNumber, type ModelAnswer } from './dialogues/model-protocol.ts';
import { type ModelServer, startModelServer } from './dialogues/model-server.ts';
import { type DialogueOptions, readOptions, UsageError } from './dialogues/options.ts';
import { readProcessorTime, spentBetween } from './dialogues/processor-time.ts';
import { type Product, startProduct } from './dialogues/product.ts';
import { describeLines, describeMachine, describeProcessorTime, latencyTable } from './dialogues/report.ts';
import { sideBySide } from './dialogues/side-by-side.ts';
import { readStored } from './dialogues/stored.ts';
import { writeTranscripts } from './dialogues/transcripts.ts';

const CHUNK_SIZE = 12;
const PROBLEMS_SHOWN = 20;
const say = (line: string) => process.stdout.write(`${line}\n`);

try {
  process.exitCode = await prove(readOptions(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

async function prove(options: DialogueOptions): Promise<number> {
  const all = readDialogues(options.dataFile);
  const drawn = drawDialogues(all, options.dialogues + options.warmUp, options.seed);
  const { seed, firstChunkMs, chunkDelayMs, concurrency, warmUp } = options;
  say(`seed ${seed}, ${concurrency} visitors at a time`);
  say(`taken     ${describeLines(drawn)} of ${all.length} dialogues, the first ${warmUp} to warm up`);
  say(`model     words from ${firstChunkMs + chunkDelayMs} ms on, ${CHUNK_SIZE} UTF-16 units every ${chunkDelayMs} ms`);
  say(`machine   ${describeMachine()}\n`);

  const model = await startModelServer({ firstChunkMs, chunkDelayMs, chunkSize: CHUNK_SIZE });
  let product: Product | undefined;
  try {
    product = await startProduct(model.baseUrl);
    return await converse(options, drawn, model, product);
  } finally {
    await product?.stop();
    await model.stop();
  }
}

async function converse(options: DialogueOptions, drawn: Dialogue[], model: ModelServer, product: Product): Promise<number> {
  const { concurrency, warmUp } = options;
  const hold = (dialogues: Dialogue[]) => sideBySide(dialogues, concurrency, (dialogue) => holdDialogue(product.url, dialogue));
  const spent = () => readProcessorTime(product.serverPid, product.databasePid);

  const warming = await hold(drawn.slice(0, warmUp));
  const before = spent();
  const sinceMs = performance.now();
  const measured = await hold(drawn.slice(warmUp));
  const tookSeconds = (performance.now() - sinceMs) / 1000;
  const processorTime = spentBetween(before, spent());

  const answers = await model.takeAnswers();
  const held = [...warming, ...measured];
  const problems = [
    ...judge({ dialogues: drawn, held, stored: await readStored(product.database), answers }),
    ...product.complaints.map((line) => `the server complained: ${line}`),
  ];
  const lines = measured.flatMap((dialogue) => dialogue.lines);
  const withoutProductMs = await askWithoutProduct(model.baseUrl, requestsOf(measured, answers), concurrency);

  say(`${lines.length} lines answered in ${tookSeconds.toFixed(1)} s\n`);
  say(`${latencyTable(delaysOf(lines, answers), withoutProductMs)}\n`);
  say(`${describeProcessorTime(processorTime, lines)}\n`);
  writeTranscripts(options.transcriptsDirectory, held);
  say(`transcripts are in ${options.transcriptsDirectory}`);
  for (const problem of problems.slice(0, PROBLEMS_SHOWN)) say(`  ${problem}`);
  if (problems.length > PROBLEMS_SHOWN) say(`  … and ${problems.length - PROBLEMS_SHOWN} more`);

  const answered = held.reduce((sum, dialogue) => sum + dialogue.lines.length, 0);
  const passed = problems.length === 0;
  const verdict = passed ? 'passed: each line stored once and answered once' : `FAILED: ${problems.length} problems`;
  say(`dialogues: ${verdict}; ${held.length} dialogues, ${answered} answered lines, seed ${options.seed}`);
  return passed ? 0 : 1;
}

/** What the product asked the model in each dialogue, to the letter. */
function requestsOf(held: readonly HeldDialogue[], answers: readonly ModelAnswer[]): string[][] {
  const bodies = new Map(answers.map(({ number, requestBody }) => [number, requestBody]));
  return held.map(({ lines }) =>
    lines.map(({ answer }) => bodies.get(answerNumber(answer.content) ?? -1)).filter((body) => body !== undefined),
  );
}
