import { Visitor } from '../support/station.ts';

const PIN = '135790';

/** Makes employees of a demo store, logs them in and puts them on duty. Employees that exist already are logged in only. */
export async function staff(origin: string, count: number): Promise<Visitor[]> {
  const manager = new Visitor(origin);
  await manager.call('auth/manager-login', { password: 'demo-manager' });
  const known = new Set((await manager.call('manager/employees', {})).items.map(({ value }) => value.id));
  const made: Visitor[] = [];
  for (let i = 0; i < count; i += 1) {
    const id = `bench-${i}`;
    if (!known.has(id)) {
      const employee = { id, code: `B${i + 10}`, name: `Bench ${i}`, manager: false, active: true, pin: PIN };
      await manager.call('manager/employee-save', employee);
    }
    const visitor = new Visitor(origin);
    await visitor.call('auth/employee-login', { code: `B${i + 10}`, pin: PIN });
    await visitor.call('staff/duty', { onDuty: true });
    made.push(visitor);
  }
  return made;
}
