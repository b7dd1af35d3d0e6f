import { describe, expect, it } from 'vitest';
import { enrolAddress } from '../../../renderer/manager/access/enrol-address.ts';
import { toCsv, toNdjson } from '../../../renderer/manager/audit/export.ts';

describe('the address in the QR code', () => {
  const here = (origin: string) => ({ origin, hostname: new URL(origin).hostname });
  it.each([
    ['https://shop.example', [], 'https://shop.example/staff#enrol=AB-CD'],
    ['http://localhost:7410', ['https://10.0.0.5:7443'], 'https://10.0.0.5:7443/staff#enrol=AB-CD'],
    ['http://127.0.0.1:7410', [], null],
    ['http://[::1]:7410', [], null],
  ])('from %s, reached at %o', (origin, origins, expected) => {
    expect(enrolAddress(here(origin), origins, 'AB-CD')).toBe(expected);
  });
});

describe('exports of the log', () => {
  const line = JSON.stringify({
    at: Date.UTC(2026, 10, 23, 10),
    actor: 'employee:lea',
    device: null,
    action: 'staff/claim',
    subject: 'call-1',
    outcome: 'ok',
    count: 1,
    seq: 7,
    previous: 'p',
    hash: 'h',
  });
  it('keep each line as it is stored, and close with the head', () => {
    const head = { seq: 7, hash: 'h', signature: 's' };
    expect(toNdjson([line], head)).toBe(`${line}\n{"head":{"seq":7,"hash":"h","signature":"s"}}\n`);
  });
  it('give a spreadsheet one row a record', () => {
    expect(toCsv([line])).toBe(
      '\uFEFFseq,at,actor,device,action,subject,outcome,count,hash\r\n7,2026-11-23T10:00:00.000Z,employee:lea,,staff/claim,call-1,ok,1,h\r\n',
    );
  });
});
