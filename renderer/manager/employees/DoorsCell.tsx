import { Trans } from '@lingui/react';
import type { Input, Output, RouteName } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { useActions } from '../use-house.tsx';

/** How an employee gets in now: badge, open sessions, a lock after wrong PINs; and what can be done about each. */
export function DoorsCell(props: {
  readonly employee: Input<'manager/employee-save'>;
  readonly doors: Output<'manager/employee-doors'>['items'][number] | undefined;
  readonly reload: () => Promise<void>;
}) {
  const { call } = useActions();
  const { doors, employee } = props;
  if (doors === undefined) return null;
  const act = async <N extends RouteName>(name: N, input: Input<N>) => {
    await call(name, input).catch(() => null);
    await props.reload();
  };
  return (
    <>
      {doors.lockedMinutes !== null && (
        <span className="cell-line">
          <span className="tag" data-tag="off">
            <Trans
              id="manager.locked"
              message="{minutes, plural, one {Locked for one minute} other {Locked for # minutes}}"
              values={{ minutes: doors.lockedMinutes }}
            />
          </span>
          <Button look="bare" onPress={() => void act('manager/unlock', { kind: 'employee', id: employee.id })}>
            <Trans id="manager.unlock" message="Unlock" />
          </Button>
        </span>
      )}
      {doors.sessions > 0 && (
        <span className="cell-line">
          <Trans
            id="manager.employee.sessions"
            message="{sessions, plural, one {Logged in} other {Logged in on # devices}}"
            values={{ sessions: doors.sessions }}
          />
          <Button look="bare" onPress={() => void act('manager/employee-logout', { id: employee.id })}>
            <Trans id="manager.employee.logout" message="Log out everywhere" />
          </Button>
        </span>
      )}
      {doors.badge && (
        <span className="cell-line">
          <Trans id="manager.employee.has-badge" message="Badge" />
          <Button look="bare" onPress={() => void act('manager/employee-save', { ...employee, badge: '' })}>
            <Trans id="manager.employee.badge-remove" message="Take it away" />
          </Button>
        </span>
      )}
    </>
  );
}
