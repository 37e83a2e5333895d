/** What the page says to whoever has a duty, one line for each. */
import type { Me } from '../../../shared/api/me.ts';
import type { Duty } from '../../../shared/format.ts';

interface Lines {
  tasks: Readonly<Record<Duty, string>>;
  forTable(table: number): string;
}

export function taskLines(person: Me['participant'], { tasks, forTable }: Lines): string[] {
  return (person?.duties ?? []).map((duty) =>
    duty === 'secretary' && person?.table ? forTable(person.table) : tasks[duty],
  );
}

/** Reads, and does nothing. */
export function observes(me: Me | null): boolean {
  return me?.participant?.duties.includes('observer') ?? false;
}
