import type { Command, Option } from 'commander';
import { backup } from '../backup.ts';
import { systemClock } from '../clock.ts';
import { verifyConsents } from '../consent-verify.ts';
import { restore } from '../restore.ts';
import { sayVerdict } from './verdict.ts';

/** `prevenance backup`, `restore` and `consent verify`. */
export function dataCommands(program: Command, dataOption: () => Option): void {
  program
    .command('backup')
    .description('copy the database into one file, also while the station runs; keys are not in it')
    .addOption(dataOption())
    .requiredOption('--to <file>', 'where to; a file that exists is not overwritten')
    .addHelpText(
      'after',
      '\nCustomers are in it as ciphertext. Keep one copy of master.key and pepper elsewhere, apart from the backups.\n\nExample:\n  prevenance backup --data /var/lib/prevenance --to /mnt/backup/store-$(date +%F).db',
    )
    .action(async ({ data = 'data', to }: { data?: string; to: string }) => {
      await backup(data, to, systemClock);
      console.log(`${to} holds the database as it is now, checked.`);
      console.log(
        'master.key and pepper are not in it: without them nobody can read it, you included. Keep a copy of both elsewhere.',
      );
      console.log('erased.keys is not in it either: copy it along each time, so that whoever leaves later stays erased.');
    });

  program
    .command('restore')
    .description('put a backup in the place of the database; whoever was erased since stays erased')
    .addOption(dataOption())
    .requiredOption('--from <file>', 'a file made by "prevenance backup"')
    .option('--replace', 'throw away the database that is there now')
    .option('--without-erased-keys', 'restore although nobody knows who was erased since the backup')
    .action((options: { data?: string; from: string; replace?: boolean; withoutErasedKeys?: boolean }) => {
      const allowed = { replace: options.replace ?? false, withoutErasedKeys: options.withoutErasedKeys ?? false };
      const done = restore(options.data ?? 'data', options.from, allowed, systemClock);
      console.log(`Restored the backup of ${new Date(done.madeAt).toISOString()}.`);
      console.log(
        `${done.erased} persons and beacons erased since were erased again; ${done.consents} consent events since were kept.`,
      );
      if (done.withoutPresent)
        console.error(
          'There was no database to take later consents from: whoever withdrew one since the backup, without leaving, must be asked again.',
        );
    });

  program
    .command('consent')
    .description('the ledger of who agreed to what')
    .command('verify')
    .description('check that no consent was changed or removed; ends with 1 and the first bad event otherwise')
    .addOption(dataOption())
    .option('--file <file>', 'check this backup instead of the database in the data folder')
    .action((options: { data?: string; file?: string }) => {
      const verdict = verifyConsents(options.data ?? 'data', options.file);
      sayVerdict(verdict, { log: 'consent ledger', link: 'consent event', links: 'events' });
      for (const what of verdict.unchecked) console.error(`Not checked: ${what}.`);
    });
}
