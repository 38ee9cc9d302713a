import { useConsoleContext } from '../console/context';
import { StaffNote } from './StaffNote';

/** Why the order given in a dialog was not carried out, where it was given. */
export function OrderNote() {
  const { orders } = useConsoleContext();
  return orders.refused && <StaffNote refused={orders.refused} />;
}
