import type { Cluster } from './cluster.ts'

/** The server's settings, given at every start: what is in force is what this file says. */
export function settings(cluster: Cluster, port: number): string[] {
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(port),
    max_connections: '60',
    shared_buffers: '64MB',
    max_wal_size: '512MB',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...logging,
    ...(cluster.keeping === 'throw-away' ? careless : {}),
  }
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** One file for each day of the week, overwritten a week later; neither statements nor the values in them are written down. */
const logging = {
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgresql-%a.log',
  log_truncate_on_rotation: 'on',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
}

const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
