/** What the figures were measured on: without it they mean nothing next month. */
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem, type } from 'node:os';

export function describeMachine(): string {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  return [
    `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'})`,
    memory,
    `${type()} ${process.arch}`,
    `Node ${process.versions.node}`,
    new Date().toISOString().slice(0, 16).replace('T', ' '),
    `load ${loadavg()[0]?.toFixed(1)} before the bench`,
  ].join(' · ');
}

/** The most memory that this process has held, in bytes. */
export function peakMemoryBytes(): number {
  return process.resourceUsage().maxRSS * 1024;
}

/** The same of another process; Linux alone tells it, and only while that one lives. */
export function peakMemoryOf(pid: number): number | null {
  try {
    const line = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return line ? Number(line[1]) * 1024 : null;
  } catch {
    return null;
  }
}
