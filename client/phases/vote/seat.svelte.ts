/** Who votes on the device of the table: by a ticket, or by a badge with its number. */
import { parseBadge } from '../../../shared/badge.ts';
import { readTicket } from '../../../shared/tickets.ts';
import type { Ballot } from '../../../shared/vote.ts';

export type Proof = 'badge' | 'ticket';

export class Seat {
  by = $state<Proof>('badge');
  number = $state('');
  code = $state('');

  constructor(by: Proof) {
    this.by = by;
  }

  readonly numberWrong = $derived(this.by === 'badge' && !/^[1-9]\d{0,3}$/.test(this.number.trim()));

  /** shape: it can not be a code. check: one of its characters is wrong. */
  get codeWrong(): 'shape' | 'check' | null {
    if (this.by === 'badge') return parseBadge(this.code) === null ? 'shape' : null;
    const read = readTicket(this.code);
    return read.ok ? null : read.why;
  }

  turn(): void {
    this.by = this.by === 'badge' ? 'ticket' : 'badge';
    this.number = this.code = '';
  }

  body(ballot: Ballot) {
    if (this.by === 'ticket') return { ticket: this.code, ballot };
    return { number: Number(this.number), badge: parseBadge(this.code), ballot };
  }
}
