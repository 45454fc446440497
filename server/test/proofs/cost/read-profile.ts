import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number }; children?: number[] }[];
  samples: number[];
  timeDeltas: number[];
}

export interface ProfileEntry {
  name: string;
  /** Of the time in which the process was not idle. */
  share: number;
}

export interface ReadProfile {
  /** Where the processor was, by function. */
  functions: ProfileEntry[];
  /** The same by package of ours or of others. */
  packages: ProfileEntry[];
}

/** The largest profile in a folder is the server's: its watchdog hardly computes. */
export function readProfile(folder: string): ReadProfile {
  const files = readdirSync(folder).filter((name) => name.endsWith('.cpuprofile'));
  const largest = files.map((name) => join(folder, name)).sort((a, b) => statSync(b).size - statSync(a).size)[0];
  if (largest === undefined) throw new Error('The server left no profile.');
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(largest, 'utf8')) as CpuProfile;
  const frames = new Map(nodes.map((node) => [node.id, node.callFrame]));
  const byFunction = new Map<string, number>();
  const byPackage = new Map<string, number>();
  let busy = 0;
  for (const [index, id] of samples.entries()) {
    const frame = frames.get(id);
    const micros = timeDeltas[index] ?? 0;
    if (!frame || frame.functionName === '(idle)' || frame.functionName === '(root)') continue;
    busy += micros;
    add(byFunction, `${frame.functionName || '(anonymous)'} · ${placeOf(frame.url)}`, micros);
    add(byPackage, packageOf(frame), micros);
  }
  const shares = (counts: Map<string, number>): ProfileEntry[] =>
    [...counts].map(([name, micros]) => ({ name, share: micros / busy })).sort((a, b) => b.share - a.share);
  return { functions: shares(byFunction), packages: shares(byPackage) };
}

const add = (counts: Map<string, number>, key: string, by: number) => counts.set(key, (counts.get(key) ?? 0) + by);

const placeOf = (url: string): string => /(node_modules\/.*|server\/src\/.*|contracts\/.*|node:.*)$/.exec(url)?.[1] ?? 'the runtime';

function packageOf({ functionName, url }: { functionName: string; url: string }): string {
  if (functionName === '(garbage collector)') return 'garbage collection';
  const place = placeOf(url);
  const [, name] = /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(place) ?? [];
  if (name !== undefined) return name;
  const [, layer] = /^server\/src\/([^/]+(?:\/[^/]+)?)/.exec(place) ?? [];
  return layer === undefined ? (place.startsWith('node:') ? 'Node’s own modules' : place) : `ours: ${layer}`;
}
