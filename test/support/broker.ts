import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, connect as dial } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectAsync, type IClientOptions, type MqttClient } from 'mqtt';

/** Debian's MQTT broker. */
export const mosquitto = '/usr/sbin/mosquitto';

export const brokerIsThere = (): boolean => {
  if (existsSync(mosquitto)) return true;
  console.warn(`Skipped: these tests need an MQTT broker at ${mosquitto}. Install it: sudo apt-get install mosquitto`);
  return false;
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

export interface BrokerOptions {
  /** Name and password the broker asks for; anybody is let in without. */
  readonly login?: { readonly name: string; readonly password: string };
  /** Speaks TLS only, with a certificate for `localhost` by an authority made for this test. */
  readonly tls?: boolean;
}

/** A real broker on a free loopback port, with a folder and a configuration of its own. */
export class TestBroker {
  readonly folder = mkdtempSync(join(tmpdir(), 'prevenance-broker-'));
  readonly #options: BrokerOptions;
  port = 0;
  #process: ChildProcess | null = null;

  private constructor(options: BrokerOptions) {
    this.#options = options;
  }

  static async start(options: BrokerOptions = {}): Promise<TestBroker> {
    const broker = new TestBroker(options);
    broker.port = await freePort();
    broker.#configure();
    await broker.up();
    return broker;
  }

  get url(): string {
    return this.#options.tls === true ? `mqtts://localhost:${this.port}` : `mqtt://127.0.0.1:${this.port}`;
  }

  /** The authority that signed the broker's certificate. */
  get ca(): string {
    return join(this.folder, 'ca.pem');
  }

  /** Starts the broker (again) on the same port. */
  async up(): Promise<void> {
    this.#process = spawn(mosquitto, ['-c', join(this.folder, 'mosquitto.conf')], { stdio: 'ignore' });
    for (let i = 0; i < 200; i++) {
      if (await this.#answers()) return;
      await new Promise((next) => setTimeout(next, 25));
    }
    throw new Error('mosquitto did not start');
  }

  /** Kills the broker, as a power cut would. */
  async down(): Promise<void> {
    const process = this.#process;
    this.#process = null;
    if (process === null || process.exitCode !== null) return;
    const gone = new Promise((resolve) => process.once('exit', resolve));
    process.kill('SIGKILL');
    await gone;
  }

  async remove(): Promise<void> {
    await this.down();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** A client such as a gateway has. */
  publisher(options: IClientOptions = {}): Promise<MqttClient> {
    return connectAsync(this.url, { reconnectPeriod: 0, ...options });
  }

  #answers(): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = dial(this.port, '127.0.0.1');
      socket.once('connect', () => {
        socket.destroy();
        resolve(true);
      });
      socket.once('error', () => resolve(false));
    });
  }

  #configure(): void {
    const { login, tls } = this.#options;
    const lines = [
      `listener ${this.port} 127.0.0.1`,
      `allow_anonymous ${login === undefined}`,
      'persistence false',
      'log_type none',
    ];
    // The broker gives up root's rights; what it reads must be readable without them.
    chmodSync(this.folder, 0o755);
    if (login !== undefined) {
      const file = join(this.folder, 'passwords');
      writeFileSync(file, '');
      execFileSync('mosquitto_passwd', ['-b', file, login.name, login.password], { stdio: 'ignore' });
      chmodSync(file, 0o644);
      lines.push(`password_file ${file}`);
    }
    if (tls === true) {
      makeCertificate(this.folder);
      lines.push(`certfile ${join(this.folder, 'server.pem')}`, `keyfile ${join(this.folder, 'server.key')}`);
    }
    writeFileSync(join(this.folder, 'mosquitto.conf'), `${lines.join('\n')}\n`);
  }
}

/** An authority and a certificate for `localhost`, each a day old at most. */
export function makeCertificate(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
  const key = ['-newkey', 'rsa:2048', '-nodes', '-days', '1'];
  openssl('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=Prevenance test authority');
  openssl('req', ...key.slice(0, 3), '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=localhost');
  writeFileSync(join(folder, 'names'), 'subjectAltName=DNS:localhost\n');
  const signed = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '1', '-extfile', 'names'];
  openssl('x509', '-req', '-in', 'server.csr', ...signed, '-out', 'server.pem');
  for (const file of ['server.key', 'server.pem', 'ca.pem']) chmodSync(join(folder, file), 0o644);
}
