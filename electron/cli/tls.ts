import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import * as v from 'valibot';
import { OperatorError } from '../../shared/errors.ts';
import { epochMs, minutes } from '../../shared/units.ts';
import { systemClock } from '../clock.ts';
import { initTls, readAuthority, renewTls, tlsFolder } from '../tls/folder.ts';
import { HAND_OUT, HandOut } from '../tls/hand-out.ts';
import { daysLeft, namesIn } from '../tls/material.ts';
import { HostName, IpAddress, listed } from '../tls/names.ts';

interface Data {
  readonly data?: string;
}

const dataOf = ({ data }: Data): string => data ?? 'data';

function checked<S extends typeof HostName | typeof IpAddress>(schema: S, given: readonly string[], flag: string): string[] {
  return given.map((text) => {
    const result = v.safeParse(schema, text);
    if (result.success) return result.output;
    throw new OperatorError('tls-name', `${flag} ${text}: ${result.issues[0].message}`);
  });
}

function describe(path: string, what: string): string[] {
  if (!existsSync(path)) return [`${what}: none`];
  const certificate = new X509Certificate(readFileSync(path));
  const expiresAt = epochMs(certificate.validToDate.getTime());
  const names = namesIn(certificate);
  return [
    `${what}  ${path}`,
    ...(names.dns.length + names.ip.length > 0 ? [`  for          ${listed(names)}`] : []),
    `  expires      ${certificate.validToDate.toISOString().slice(0, 10)} (${daysLeft(expiresAt, systemClock.wall())} days)`,
    `  fingerprint  ${certificate.fingerprint256}`,
  ];
}

function show(options: Data): void {
  const paths = tlsFolder(dataOf(options));
  console.log([...describe(paths.authority, 'Authority'), ...describe(paths.certificate, 'Station')].join('\n'));
}

async function init(options: Data & { name: string[]; ip: string[]; newAuthority?: boolean }): Promise<void> {
  if (options.name.length === 0) {
    throw new OperatorError(
      'tls-name',
      'Say what phones will type, for example --name kiosk1.store.lan (--ip can be added to it).',
    );
  }
  const names = { dns: checked(HostName, options.name, '--name'), ip: checked(IpAddress, options.ip, '--ip') };
  const done = await initTls(dataOf(options), names, systemClock.wall(), { newAuthority: options.newAuthority ?? false });
  console.log(
    {
      made: 'Made an authority for this store, and a certificate for its station.',
      reissued: 'Made a new certificate for the station, from the authority that devices already trust.',
      unchanged: 'Everything is there already; nothing was changed.',
    }[done],
  );
  show(options);
  console.log(
    [
      '',
      'Next: say in the configuration where the station answers ("listen"), or start it with --listen ADDRESS;',
      'then hand the authority to the devices: prevenance tls hand-out, or the manager page (Network).',
    ].join('\n'),
  );
}

async function renew(options: Data): Promise<void> {
  await renewTls(dataOf(options), systemClock.wall());
  console.log('Made a new certificate. A running station takes it over within half a minute, without a restart.');
  show(options);
}

async function handOut(options: Data & { host: string; port: number }): Promise<void> {
  const authority = readAuthority(dataOf(options));
  if (authority === null) {
    throw new OperatorError('tls-missing', 'This store has no authority to hand out. Make one: prevenance tls init --name NAME');
  }
  const [host = ''] = checked(IpAddress, [options.host], '--host');
  const out = new HandOut(systemClock);
  await out.open(authority, { host, port: options.port, name: host, staff: null });
  console.log(
    [
      `On each device open  ${out.standing()?.url}`,
      `and compare there    ${authority.fingerprint}`,
      `Open for ${HAND_OUT / minutes(1)} minutes. Ctrl-C closes it.`,
    ].join('\n'),
  );
  await new Promise<void>((end) => {
    const timer = setTimeout(end, HAND_OUT);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => [clearTimeout(timer), end()]);
  });
  await out.close();
}

const collect = (value: string, before: string[]): string[] => [...before, value];

/** `prevenance tls …` */
export function tlsCommands(program: Command): void {
  const tls = program.command('tls').description("the store's own certificates, for staff and manager pages on its network");
  const sub = (name: string, description: string) =>
    tls
      .command(name)
      .description(description)
      .addOption(new Option('--data <folder>', 'folder of the database, its keys and its log').default(undefined, 'data'));
  sub('init', 'make an authority that can vouch for these names only, and a certificate for the station; twice changes nothing')
    .addOption(new Option('--name <name>', 'a name phones type, like kiosk1.store.lan').argParser(collect).default([], 'needed'))
    .addOption(new Option('--ip <address>', 'an address phones may type instead').argParser(collect).default([], 'none'))
    .option('--new-authority', 'replace the authority; every device must then install the new one')
    .action(init);
  sub('renew', 'make a new certificate for the same names now; a running station does so by itself 30 days early').action(renew);
  sub('show', 'fingerprints and expiry').action(show);
  sub('hand-out', 'show the page where devices fetch the authority, for 15 minutes')
    .requiredOption('--host <address>', 'address of this machine on the store network')
    .option('--port <number>', 'TCP port', Number, 7480)
    .action(handOut);
}
