import { Command, Option } from 'commander';
import { PrevenanceError } from '../../shared/errors.ts';
import { version } from '../version.ts';
import { askCommands } from './ask.ts';
import { verify } from './audit.ts';
import { beaconHint, beaconKey, beaconRegister } from './beacon.ts';
import { dataCommands } from './data.ts';
import { doctor } from './doctor.ts';
import { empathyCommands } from './empathy.ts';
import { importFile } from './import.ts';
import { printerTest } from './printer.ts';
import { replay } from './replay.ts';
import { start } from './start.ts';
import { tlsCommands } from './tls.ts';
import { walk } from './walk.ts';

const dataOption = () => new Option('--data <folder>', 'folder of the database, its keys and its log').default(undefined, 'data');

const program = new Command('prevenance')
  .description(
    'An empathy-aware in-store kiosk: recognises opted-in customers, greets them with one offer, and calls a person in time.',
  )
  .version(version)
  .showHelpAfterError('(add --help to see what there is)');

program
  .command('start')
  .description('run the station: database, radio, and the kiosk, staff and manager pages')
  .addOption(dataOption())
  .option('--demo', 'fill an empty data folder with a demo shop, and show its logins')
  .option('--headless', 'do not open a kiosk window')
  .option('--port <number>', 'TCP port on this machine (default: 7410; 0 takes any free one)', Number)
  .option('--radio <source>', 'auto, none, or replay:FILE to play a btsnoop capture (default: auto)')
  .option(
    '--listen <address>',
    'serve staff and manager pages on the store network too, ADDRESS or ADDRESS:PORT (needs a certificate)',
  )
  .option('--insecure-http-on-the-lan', 'serve them without encryption: everybody on the network can read PINs and sessions')
  .option('--config <file>', 'JSON file with the same settings; flags win over it')
  .addHelpText(
    'after',
    '\nExamples:\n  prevenance start --demo\n  prevenance start --data /var/lib/prevenance --headless --port 8080',
  )
  .action(start);

program
  .command('walk')
  .description('make a demo customer with a beacon walk up to a running demo station and leave again')
  .argument('<customer>', 'first name of a demo customer, or "stranger" for somebody with an unknown beacon')
  .addOption(dataOption())
  .addHelpText(
    'after',
    '\nThe beacon is heard as raw advertising bytes, on the same way as a real one.\n\nExample:\n  prevenance walk camille',
  )
  .action(walk);

program
  .command('replay')
  .description('turn a recording into zone events: one JSON object a line, {"t","event","zone","beacon","receiver"}')
  .argument(
    '<file>',
    'a btsnoop capture, or sightings as NDJSON: {"t":ms,"receiver":"id","beacon":"id","rssi":dBm}; - reads standard input',
  )
  .requiredOption(
    '--zones <file>',
    'JSON: {"zones":[{"id","receivers":["id"],"radiusMetres":3,"calibration":{"id":{"referenceDbm":-60,"exponent":1.5}}}]}',
  )
  .action(replay);

program
  .command('import')
  .description('import a CSV file into the store; rows that cannot be imported are listed with their line')
  .argument('<kind>', 'products (id,name_fr,name_en,category,aisle,stock,price) or purchases (customer,date,product,quantity)')
  .argument('<file>', 'the CSV file')
  .addOption(dataOption())
  .action(importFile);

program
  .command('audit')
  .description('the log of who did what')
  .command('verify')
  .description('check that no record was changed or removed; ends with 1 and the first bad record otherwise')
  .addOption(dataOption())
  .option(
    '--export <file>',
    'an NDJSON export made earlier: also check its records, and that the log still holds what it held then',
  )
  .action(verify);

program
  .command('printer')
  .description('the slip printer of a running station')
  .command('test')
  .description('print a trial slip; ends with 1 and the reason when it did not come out')
  .addOption(dataOption())
  .action(printerTest);

const beacon = program.command('beacon').description('register rotating beacons, and look for telephones in a capture');

beacon
  .command('key')
  .description("print the store's public key, 64 hex digits: what an Eddystone-EID beacon is given")
  .addOption(dataOption())
  .action(beaconKey);

beacon
  .command('register')
  .description('register an Eddystone-EID beacon for a customer, with what was read from it (docs/beacons.md)')
  .argument('<number>', "the customer's number")
  .requiredOption('--key <hex>', "the beacon's public key, 64 hex digits")
  .requiredOption('--exponent <K>', 'it changes every 2^K seconds; 0 to 15')
  .requiredOption('--clock <seconds>', 'its clock when it was read')
  .requiredOption('--eid <hex>', 'its identifier when it was read, 16 hex digits')
  .option('--read-at <time>', 'when it was read, as in 2026-11-22T16:30:00+01:00 (default: now)')
  .addOption(dataOption())
  .action(beaconRegister);

beacon
  .command('hint')
  .description("which private addresses of a btsnoop capture may be one telephone's: a hint, never an identity")
  .argument('<capture>', 'a btsnoop file')
  .requiredOption('--irk <hex>', "the telephone's identity resolving key, 32 hex digits, most significant first")
  .action(beaconHint);

program
  .command('doctor')
  .description('check what this machine offers: runtime, database, radio, gateways, camera model, TLS, Electron, disk')
  .addOption(dataOption())
  .option('--config <file>', 'the configuration the station runs with: its network, and its gateways, which are listened for')
  .option('--json', 'for machines')
  .addHelpText(
    'after',
    '\nExit code 1 when something the station needs, or a gateway of the configuration, is not right; else 0.',
  )
  .action(doctor);

tlsCommands(program);
empathyCommands(program);
askCommands(program);
dataCommands(program, dataOption);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof PrevenanceError)) throw error;
  console.error(`prevenance: ${error.message}`);
  process.exitCode = 1;
}
