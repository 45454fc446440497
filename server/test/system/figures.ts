/** What a test of isolation counted: the proof reads it from vitest's report and prints it. */
export interface TableFigures {
  server: string;
  user: string;
  isSuperuser: boolean;
  tables: number;
  tenantTables: number;
  policies: number;
  attempts: number;
  leaks: number;
}

export interface LookUpFigures {
  server: string;
  lookUps: number;
  rowsCompared: number;
}

export interface RouteFigures {
  server: string;
  routes: number;
  urls: number;
  withIds: number;
  foreignIds: number;
  /** How often each status was the answer to a foreign id. */
  answers: Record<string, number>;
  refusals: number;
}

declare module 'vitest' {
  interface TaskMeta {
    tableFigures?: TableFigures;
    lookUpFigures?: LookUpFigures;
    routeFigures?: RouteFigures;
  }
}

/** Such as `15.18`. */
export async function serverVersion({ asSuperuser }: { asSuperuser(sql: string): Promise<Record<string, unknown>[]> }): Promise<string> {
  const [row] = await asSuperuser(`select split_part(current_setting('server_version'), ' ', 1) as version`);
  return String(row?.version);
}
