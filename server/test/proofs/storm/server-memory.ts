import { readFileSync, writeFileSync } from 'node:fs';

export interface Memory {
  nowMegabytes: number;
  /** Since the last `resetPeak`. */
  peakMegabytes: number;
}

/** Resident memory of a process, as Linux counts it. */
export function readMemory(pid: number): Memory {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const megabytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? Number.NaN) / 1024;
  return { nowMegabytes: megabytes('VmRSS'), peakMegabytes: megabytes('VmHWM') };
}

/** From here on the kernel notes the peak anew. Source: proc(5), clear_refs. */
export const resetPeak = (pid: number): void => writeFileSync(`/proc/${pid}/clear_refs`, '5');
