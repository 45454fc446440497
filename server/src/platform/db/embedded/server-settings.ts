/**
 * PostgreSQL's settings for a small machine that it shares with the server; given on the command line, so that a new version of
 * Foyer changes them for old data too.
 */
export function serverSettings(socketDirectory: string, extra: Readonly<Record<string, string>>): Record<string, string> {
  return {
    listen_addresses: '',
    // A list, in which quotes keep commas and spaces together.
    unix_socket_directories: `"${socketDirectory.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    cluster_name: 'foyer',
    timezone: 'UTC',
    log_timezone: 'UTC',

    max_connections: '60',
    shared_buffers: '128MB',
    effective_cache_size: '512MB',
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    min_wal_size: '80MB',
    max_wal_size: '512MB',
    random_page_cost: '1.1',
    max_parallel_workers_per_gather: '0',
    jit: 'off',

    // Statements and their errors hold people's data: the log gets neither, only what the database says about itself.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    log_autovacuum_min_duration: '-1',
    log_line_prefix: '',
    logging_collector: 'off',
    log_destination: 'stderr',
    ...extra,
  };
}

export const settingArguments = (settings: Readonly<Record<string, string>>): string[] =>
  Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
