-- Gestures that employees granted: the store's bookkeeping. Nothing leads from here to a visit or a call.
CREATE TABLE goodwill (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  employee_id TEXT NOT NULL REFERENCES employee (id),
  command_id TEXT NOT NULL,
  -- Store-local day, by which budgets count.
  day TEXT NOT NULL,
  -- Null for a gesture to a customer: beside a call's time it would tell who had needed help.
  at INTEGER,
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  reason TEXT NOT NULL,
  words TEXT,
  -- Emptied when the customer leaves; the amount stays in the books.
  customer_id TEXT REFERENCES customer (id) ON DELETE SET NULL,
  voucher TEXT UNIQUE,
  voided INTEGER NOT NULL DEFAULT 0,
  UNIQUE (employee_id, command_id)
) STRICT;
CREATE INDEX goodwill_by_day ON goodwill (day);
CREATE INDEX goodwill_by_customer ON goodwill (customer_id) WHERE customer_id IS NOT NULL;
CREATE TRIGGER goodwill_stands BEFORE UPDATE OF employee_id, command_id, day, at, amount_cents, reason, voucher ON goodwill
BEGIN SELECT RAISE (ABORT, 'a granted gesture is never changed, only voided'); END;
CREATE TRIGGER goodwill_is_kept BEFORE DELETE ON goodwill BEGIN SELECT RAISE (ABORT, 'a granted gesture is never deleted'); END;
