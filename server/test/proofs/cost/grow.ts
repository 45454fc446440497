import { readFileSync } from 'node:fs';
import { percentiles } from '../dialogues/figures.ts';
import { readProcessorTime, spentBetween } from '../dialogues/processor-time.ts';
import type { Product } from '../dialogues/product.ts';
import { arrive, chat } from './chats.ts';

export interface Step {
  chats: number;
  messages: number;
  tokens: number;
  seconds: number;
  serverMsPerMessage: number;
  serverMicrosPerToken: number;
  databaseMsPerMessage: number;
  generatorMsPerMessage: number;
  firstTokenP50Ms: number;
  firstTokenP99Ms: number;
  memoryMb: number;
  problems: string[];
}

/** One size of crowd: all of them chat at the same time. Sessions and sockets are there before anything is measured. */
export async function measure(product: Product, chats: number, messagesEach: number, from: number): Promise<Step> {
  const visitors = await arrive(product.url, chats, from);
  const before = readProcessorTime(product.serverPid, product.databasePid);
  const generatorBefore = process.cpuUsage();
  const startedMs = performance.now();
  const figures = await chat(visitors, messagesEach, `m${chats}`);
  const seconds = (performance.now() - startedMs) / 1000;
  const spent = spentBetween(before, readProcessorTime(product.serverPid, product.databasePid));
  const generator = process.cpuUsage(generatorBefore);
  const memoryMb = residentMb(product.serverPid);
  for (const visitor of visitors) visitor.close();
  const { p50, p99 } = percentiles(figures.firstTokensMs);
  return {
    chats,
    messages: figures.messages,
    tokens: figures.tokens,
    seconds,
    serverMsPerMessage: (spent.serverSeconds * 1000) / figures.messages,
    serverMicrosPerToken: (spent.serverSeconds * 1_000_000) / figures.tokens,
    databaseMsPerMessage: (spent.databaseSeconds * 1000) / figures.messages,
    generatorMsPerMessage: (generator.user + generator.system) / 1000 / figures.messages,
    firstTokenP50Ms: p50,
    firstTokenP99Ms: p99,
    memoryMb,
    problems: figures.problems,
  };
}

function residentMb(pid: number): number {
  const [, kilobytes = '0'] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}
