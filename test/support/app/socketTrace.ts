/** What a program and all its children ask of the system about sockets, as strace sees it. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every socket is made by the first of these; `sendto` names an address without a connection; `ioctl` asks about devices. */
const CALLS = 'socket,connect,bind,listen,sendto,ioctl';

export interface SocketCall {
  pid: string;
  call: string;
  /** As strace prints it: arguments and result. */
  line: string;
  /** Of a socket that was made only to ask the kernel about its network devices (`ioctl`), and never bound or connected. */
  asksDevice: boolean;
}

export function hasStrace(): boolean {
  // Some containers forbid tracing although the program is there.
  return spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0;
}

export function straceArgs(log: string): string[] {
  return ['-f', '--seccomp-bpf', '-qq', '-s', '64', '-o', log, '-e', `trace=${CALLS}`];
}

/** A program that starts `executable` under strace and takes the same arguments, for what wants one path. */
export function tracedExecutable(executable: string, folder: string): { path: string; log: string } {
  const path = join(folder, 'start-traced');
  const log = join(folder, 'sockets.log');
  const quoted = [...straceArgs(log), executable].map(word => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
  writeFileSync(path, `#!/bin/sh\nexec strace ${quoted} "$@"\n`, { mode: 0o755 });
  return { path, log };
}

/** The calls that concern the internet; those between processes of this machine (AF_UNIX, AF_NETLINK) are none. */
export function internetCalls(log: string): SocketCall[] {
  if (!existsSync(log)) throw new Error(`strace wrote no ${log}`);
  const lines = readFileSync(log, 'utf8').split('\n');
  return lines.flatMap((line, at) => {
    if (!/AF_INET|AF_PACKET|sin6?_/.test(line)) return [];
    const [, pid = '', call = ''] = /^(\d+)\s+(?:<\.\.\. )?(\w+)/.exec(line) ?? [];
    return [{ pid, call, line, asksDevice: call === 'socket' && asksDevice(lines, at, pid) }];
  });
}

/** The next thing that the same thread does with the new descriptor is to ask for the name or kind of a device. */
function asksDevice(lines: readonly string[], at: number, pid: string): boolean {
  const mine = lines.slice(at, at + 400).filter(line => line.startsWith(`${pid} `));
  // Where another thread cut in, the answer stands on a line of its own.
  const made = mine.find(line => /socket.* = \d+$/.test(line));
  const descriptor = /= (\d+)$/.exec(made ?? '')?.[1];
  const next = mine
    .slice(made === undefined ? 0 : mine.indexOf(made) + 1)
    .find(line => new RegExp(`\\w+\\(${descriptor}, `).test(line));
  return next !== undefined && /ioctl\(\d+, SIOC(?:GIFNAME|GIWNAME|ETHTOOL)\b/.test(next);
}

/** Whether anything was traced at all: a log that saw no socket whatever proves nothing. */
export function sawSockets(log: string): boolean {
  return readFileSync(log, 'utf8').includes('socket(');
}
