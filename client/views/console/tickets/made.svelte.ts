import type { MadeTickets } from '../../../../shared/api/tickets.ts';

/** Tickets that were just made. Their codes are on this page and nowhere else: gone when it is. */
export class MadeNow {
  #tickets = $state.raw<MadeTickets>([]);

  get tickets(): MadeTickets {
    return this.#tickets;
  }

  add(made: MadeTickets): void {
    this.#tickets = [...this.#tickets, ...made];
  }

  forget(): void {
    this.#tickets = [];
  }
}
