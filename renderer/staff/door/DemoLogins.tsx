import { Trans } from '@lingui/react';
import { Button } from '../../ui/Button.tsx';

interface DemoEmployee {
  readonly code: string;
  readonly name: string;
  readonly pin: string;
}

/** In a demo store the logins are no secret: they are written on the door. */
export function DemoLogins(props: {
  readonly employees: readonly DemoEmployee[];
  readonly onChoose: (employee: DemoEmployee) => void;
}) {
  return (
    <section className="demo" aria-labelledby="demo-title">
      <h2 id="demo-title" className="small">
        <Trans id="staff.demo.title" message="Demo store: log in with one tap" />
      </h2>
      <ul className="demo-list">
        {props.employees.map((employee) => (
          <li key={employee.code}>
            <Button look="quiet" onPress={() => props.onChoose(employee)}>
              <Trans
                id="staff.demo.login"
                message="{name}: code {code}, PIN {pin}"
                values={{ name: employee.name, code: employee.code, pin: employee.pin }}
              />
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
