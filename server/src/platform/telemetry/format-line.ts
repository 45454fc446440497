/** Turns one JSON log line into a short one for a terminal: `09:00:00.000 INFO  Listening port=3001`. */
export function formatLine(json: string): string {
  const { level, time, msg, ...fields } = JSON.parse(json) as Record<string, unknown>;
  const clock = String(time).slice(11, 23);
  const shown = Object.entries(fields)
    .map(([key, value]) => `${key}=${formatValue(value)}`)
    .join(' ');
  const line = `${clock} ${String(level).toUpperCase().padEnd(5)} ${String(msg)}`;
  return `${shown === '' ? line : `${line}  ${shown}`}\n`;
}

function formatValue(value: unknown): string {
  if (typeof value === 'string' && /^[\w.:/@-]+$/.test(value)) return value;
  return JSON.stringify(value);
}
