import { Trans, useLingui } from '@lingui/react';
import { useEffect, useRef } from 'react';
import { voucherGroups } from '../../../shared/assistance/voucher.ts';
import { spoken } from '../../i18n/setup.ts';
import { Button } from '../../ui/Button.tsx';
import { money } from '../../ui/format.ts';
import { QrCode } from '../../ui/QrCode.tsx';
import type { Gesture } from '../desk/errands.ts';

function Voucher({ code }: { readonly code: string }) {
  const { i18n } = useLingui();
  return (
    <>
      <p>
        <Trans id="staff.goodwill.at-till" message="Show this at the till, or let the shopper note the number." />
      </p>
      <QrCode text={code} label={i18n._({ id: 'staff.goodwill.qr', message: 'The voucher’s number as a QR code' })} />
      <p className="voucher figures">
        {voucherGroups(code).map((group, place) => (
          // Two groups may be the same digits.
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
          <span key={place}>{group}</span>
        ))}
      </p>
    </>
  );
}

/** A granted gesture as it is shown to the shopper, or to the till. */
export function Granted({ gesture, onDone }: { readonly gesture: Gesture; readonly onDone: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <main className="phone granted">
      <h1 ref={heading} tabIndex={-1} className="calm-words">
        {money(gesture.amountCents, spoken())}
      </h1>
      {gesture.voided && (
        <p className="door-problem">
          <Trans id="staff.goodwill.voided" message="The manager has voided this one. It is worth nothing any more." />
        </p>
      )}
      {gesture.voucher !== null ? (
        <Voucher code={gesture.voucher} />
      ) : (
        <p className="lead">
          {gesture.customerNumber === null ? (
            <Trans id="staff.goodwill.left" message="Noted for a customer who has left the programme since." />
          ) : (
            <Trans
              id="staff.goodwill.noted"
              message="Noted for customer {number}. The store credits it under this number."
              values={{ number: gesture.customerNumber }}
            />
          )}
        </p>
      )}
      <footer className="thumb-zone">
        <Button look="primary" className="thumb" onPress={onDone}>
          <Trans id="staff.goodwill.done" message="Done" />
        </Button>
      </footer>
    </main>
  );
}
