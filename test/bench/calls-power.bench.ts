import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ForkedStation } from '../support/forked-station.ts';
import { Visitor } from '../support/station.ts';
import { staff } from './desk.ts';
import type { Figure } from './figure.ts';
import { Ledger } from './ledger.ts';

const CUTS = 10;
const CLAIMANTS = 4;
const SPAN_MS = 2_000;

const run = (program: string, ...args: string[]) => execFileSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });

/** A file system in a file, which can lose its power: what was not flushed to the disk is gone, as when the plug is pulled. */
class Disk {
  readonly #folder = mkdtempSync(join(tmpdir(), 'prevenance-disk-'));
  readonly #image = join(this.#folder, 'image');
  readonly mounted = join(this.#folder, 'mounted');

  constructor() {
    mkdirSync(this.mounted);
    run('truncate', '-s', '128M', this.#image);
    run('mkfs.ext4', '-q', this.#image);
    this.mount();
  }

  mount(): void {
    run('mount', '-o', 'loop', this.#image, this.mounted);
  }

  /** EXT4_IOC_SHUTDOWN (_IOR('X', 125, u32)) with NOLOGFLUSH: nothing more reaches the disk. Perl can send an ioctl, Node cannot. */
  cut(): void {
    run(
      'perl',
      '-e',
      'open(F, "<", $ARGV[0]) or die; my $how = pack("L", 2); ioctl(F, 0x8004587D, $how) or die "ioctl: $!"',
      this.mounted,
    );
  }

  unmount(): void {
    run('umount', this.mounted);
  }

  remove(): void {
    try {
      this.unmount();
    } catch {
      // Not mounted: the bench failed between two cuts.
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** A station whose disk loses its power while calls are raised and claimed. Opt-in: it needs root and a loop device. */
export async function bench(): Promise<Figure[]> {
  if (process.env.PREVENANCE_POWER_CUT !== '1' || process.getuid?.() !== 0) {
    console.error('skipped: cutting the power of a disk needs root and a loop device; run it with PREVENANCE_POWER_CUT=1');
    return [];
  }
  const disk = new Disk();
  const folder = join(disk.mounted, 'data');
  const station = new ForkedStation(folder);
  const ledger = new Ledger();
  try {
    const origin = await station.boot();
    const employees = await staff(origin, CLAIMANTS);
    for (let cut = 0; cut < CUTS; cut += 1) {
      await ledger.work(new Visitor(origin), employees, async () => {
        await new Promise((next) => setTimeout(next, Math.random() * SPAN_MS));
        disk.cut();
        await station.kill();
      });
      disk.unmount();
      disk.mount();
      await station.boot();
    }
    await station.kill();
    return [ledger.figure(`power cut × ${CUTS} with calls in flight`, folder, CUTS)];
  } finally {
    await station.kill();
    disk.remove();
  }
}
