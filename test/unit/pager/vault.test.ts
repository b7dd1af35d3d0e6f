import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { Vault } from '../../../electron/services/vault.ts';

test('what was sealed opens for its owner, under its key, undamaged, and not otherwise', () => {
  const pepper = randomBytes(32);
  const vault = new Vault(pepper);
  const sealed = vault.seal('très secret', 'channel-1');
  expect(sealed.toString('latin1')).not.toContain('secret');
  expect(new Vault(pepper).open(sealed, 'channel-1')).toBe('très secret');
  expect(vault.open(sealed, 'channel-2')).toBeNull();
  expect(new Vault(randomBytes(32)).open(sealed, 'channel-1')).toBeNull();
  expect(vault.open(sealed.subarray(0, 20), 'channel-1')).toBeNull();
  const damaged = Buffer.from(sealed);
  damaged.writeUInt8(damaged.readUInt8(30) ^ 1, 30);
  expect(vault.open(damaged, 'channel-1')).toBeNull();
});
