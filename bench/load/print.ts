import { percent, table } from '../print.ts'
import type { Latency, Load, Shift } from './measure.ts'

export function loadLines({ region, shifts }: Load): string[] {
  const { schools, districts, rows } = region
  return [
    `A simulated region: ${schools} schools, ${districts} districts, a year, ${rows} rows; each person holds a stream of changes`,
    ...shifts.map((shift) => `${headOf(shift)}\n${table(shift.latencies.map(latencyLine))}`),
  ]
}

function headOf({ name, people, pace, failures, server, database, busy, others }: Shift): string {
  return [
    `${people} people ${name}: ${pace.toFixed(1)} requests a second, ${failures} failed`,
    `processor for a request: server ${server.toFixed(1)} ms, database ${database.toFixed(1)} ms`,
    `the machine was busy ${percent(busy)}, other programs took ${percent(others)} of it`,
  ].join('\n')
}

function latencyLine({ screen, count, p50, p95, p99 }: Latency) {
  return {
    screen,
    count: String(count),
    'p50, ms': p50.toFixed(0),
    'p95, ms': p95.toFixed(0),
    'p99, ms': p99.toFixed(0),
  }
}
