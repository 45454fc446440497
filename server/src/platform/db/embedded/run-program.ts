import { spawn } from 'node:child_process';

/** What to execute, and as whom. */
export interface Command {
  file: string;
  args: string[];
  uid?: number;
  gid?: number;
}

/** PostgreSQL speaks English in its messages, and gets nothing of our own environment, which may hold secrets. */
export const PROGRAM_ENVIRONMENT: Readonly<Record<string, string>> = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
};

/** Runs a short program to its end. `output` is what it wrote to both of its outputs, or why it could not be run at all. */
export function runProgram(command: Command, input = ''): Promise<{ succeeded: boolean; output: string }> {
  const { file, args, uid, gid } = command;
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      env: PROGRAM_ENVIRONMENT,
      cwd: '/',
      ...(uid === undefined ? {} : { uid }),
      ...(gid === undefined ? {} : { gid }),
    });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.once('error', (error) => resolve({ succeeded: false, output: error.message }));
    child.once('close', (code) => resolve({ succeeded: code === 0, output: output.trim() }));
  });
}
