import { Trans } from '@lingui/react';
import { Circle, CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLoaded } from '../use-house.tsx';
import { type FirstSteps, firstSteps } from './first-steps.ts';

function Step(props: { readonly to: string; readonly done: boolean; readonly what: ReactNode; readonly why: ReactNode }) {
  const Mark = props.done ? CircleCheck : Circle;
  return (
    <li className="step" data-done={props.done || undefined}>
      <Mark className="icon" aria-hidden="true" />
      <div>
        <a href={`#${props.to}`}>{props.what}</a>
        <p className="soft">{props.why}</p>
      </div>
      <span className="tag" data-tag={props.done ? 'now' : 'later'}>
        {props.done ? <Trans id="manager.start.done" message="Done" /> : <Trans id="manager.start.to-do" message="To do" />}
      </span>
    </li>
  );
}

function Steps({ done }: { readonly done: FirstSteps }) {
  const products = useLoaded('manager/products', {}).answer?.items.length ?? 0;
  const offers = useLoaded('manager/offers', {}).answer?.items.length ?? 0;
  return (
    <section className="panel" aria-labelledby="start-title">
      <h2 id="start-title">
        <Trans id="manager.start.title" message="From an empty store to the first call" />
      </h2>
      <ol className="steps">
        <Step
          to="store"
          done={done.named}
          what={<Trans id="manager.start.store" message="Name the store" />}
          why={<Trans id="manager.start.store.why" message="The kiosk shows the name, the opening hours and the phone." />}
        />
        <Step
          to="zones"
          done={done.greets}
          what={<Trans id="manager.start.zone" message="Make a zone in front of the kiosk" />}
          why={<Trans id="manager.start.zone.why" message="Customers who agreed are greeted there, and calls carry its name." />}
        />
        <Step
          to="products"
          done={products > 0}
          what={<Trans id="manager.start.products" message="Import your products" />}
          why={
            <Trans id="manager.start.products.why" message="Shoppers find them with aisle and price. A sample file shows how." />
          }
        />
        <Step
          to="offers"
          done={offers > 0}
          what={<Trans id="manager.start.offer" message="Write an offer, if you like" />}
          why={<Trans id="manager.start.offer.why" message="A greeting shows one at most." />}
        />
        <Step
          to="employees"
          done={done.answers}
          what={<Trans id="manager.start.employee" message="Add the employees who answer calls" />}
          why={
            <Trans id="manager.start.employee.why" message="Each gets a code and a PIN, logs in on a phone and goes on duty." />
          }
        />
        <Step
          to="devices"
          done={done.rings}
          what={<Trans id="manager.start.device" message="Enrol a phone or handheld" />}
          why={
            <Trans
              id="manager.start.device.why"
              message="Calls ring on enrolled devices only. “Network” says how phones reach the station."
            />
          }
        />
      </ol>
    </section>
  );
}

/** Leads a new store by the hand until it can greet and be met; then it is gone. */
export function StartHere() {
  const store = useLoaded('manager/store', {}).answer;
  const zones = useLoaded('manager/zones', {}).answer?.items;
  const employees = useLoaded('manager/employees', {}).answer?.items;
  const devices = useLoaded('manager/devices', {}).answer?.items;
  if (store === null || zones === undefined || employees === undefined || devices === undefined) return null;
  const done = firstSteps(store, zones, employees, devices);
  return Object.values(done).every(Boolean) ? null : <Steps done={done} />;
}
