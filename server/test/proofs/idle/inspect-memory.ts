import { once } from 'node:events';
import { WebSocket } from 'ws';

export interface UsedMemory {
  /** What is reachable: the heap and what it holds outside. */
  usedMegabytes: number;
  /** What the system has given to the process. */
  residentMegabytes: number;
}

/** The debugger of another Node process, for its memory after garbage has been collected. Source: Chrome DevTools Protocol, HeapProfiler. */
export interface MemoryInspector {
  measure(): Promise<UsedMemory>;
  close(): void;
}

/** For `NODE_OPTIONS`: Node then says where its debugger listens. */
export const INSPECTABLE = '--inspect=127.0.0.1:0';
export const debuggerIn = (line: string): string | undefined => /^Debugger listening on (ws:\S+)/.exec(line)?.[1];

interface Reply {
  id?: number;
  result?: { result?: { value?: string } };
}

export async function inspectMemory(debuggerUrl: string): Promise<MemoryInspector> {
  const socket = new WebSocket(debuggerUrl, { perMessageDeflate: false });
  await once(socket, 'open');
  const waiting = new Map<number, (reply: Reply) => void>();
  let lastId = 0;
  socket.on('message', (data) => {
    const reply = JSON.parse(String(data)) as Reply;
    if (reply.id !== undefined) waiting.get(reply.id)?.(reply);
  });
  const ask = (method: string, params: object = {}): Promise<Reply> => {
    lastId += 1;
    const id = lastId;
    socket.send(JSON.stringify({ id, method, params }));
    return new Promise((resolve) => waiting.set(id, resolve));
  };

  return {
    measure: async () => {
      // What the first round frees may hold more, which only the next finds.
      for (let round = 0; round < 3; round += 1) await ask('HeapProfiler.collectGarbage');
      const { result } = await ask('Runtime.evaluate', { expression: 'JSON.stringify(process.memoryUsage())' });
      const usage = JSON.parse(result?.result?.value ?? '') as NodeJS.MemoryUsage;
      const megabytes = (bytes: number) => bytes / 1024 / 1024;
      return { usedMegabytes: megabytes(usage.heapUsed + usage.external), residentMegabytes: megabytes(usage.rss) };
    },
    close: () => socket.terminate(),
  };
}
