import { Trans } from '@lingui/react';

/** Below this many pieces the shelf may be empty by the time one gets there, so the number is said. */
const FEW = 5;

/** Whether a product is there, in words. */
export function Stock({ stock }: { readonly stock: number }) {
  if (stock <= 0) return <Trans id="product.stock.none" message="Not in stock today" />;
  if (stock < FEW) {
    return (
      <Trans id="product.stock.few" message="{stock, plural, one {# left in stock} other {# left in stock}}" values={{ stock }} />
    );
  }
  return <Trans id="product.stock.some" message="In stock" />;
}
