/** An evening in which plans are drafted, one a table: some handed in, some being written, one without a title. */
import type { PhaseOf } from '../../../../shared/format.ts';
import type { ExportFile } from '../../../../shared/exportfile.ts';
import { titleOf, type Scene } from './scene.ts';

const phase: PhaseOf<'draft'> = {
  id: 'plan',
  kind: 'draft',
  title: { nl: 'Eén voorstel per tafel', en: 'One proposal a table' },
  prompt: {
    nl: 'Maak samen één voorstel. Wat gaan we doen? Waarom? Wie doet mee?',
    en: 'Make one proposal together. What are we going to do? Why? Who takes part?',
  },
  minutes: 45,
  template: 'voorstel-kort',
  by: 'table',
};

const said = {
  wat: 'Wij maken van het veldje achter de school een tuin voor de hele buurt.\nElke straat krijgt een eigen hoek.',
  waarom: 'Er is nu niets te doen voor kinderen, en wie alleen woont, komt zo onder de mensen.',
  wie: 'De school, de huurdersvereniging en vijftien buren',
};

type Plan = NonNullable<ExportFile['plans']>[number];

function planOf(table: number, done: number): Plan {
  const isDone = table <= done;
  return {
    id: planId(table),
    title: isDone || table % 4 !== 0 ? titleOf(table).slice(0, 120) : '',
    phase: phase.id,
    run: 1,
    template: phase.template,
    state: isDone ? 'done' : 'open',
    table,
    team: null,
    card: null,
    match: null,
    words: isDone ? said : { wat: said.wat },
  };
}

export const planId = (table: number) => `plan${String(table).padStart(6, '0')}`;

/** `after`: the phase is over, and the board is arranged. */
export function planned(tables: number, done: number, after = false): Scene {
  return {
    change: (file) => {
      const { session } = file;
      const runs: Record<string, number> = after ? { plan: 1, cluster: 1 } : { plan: 1 };
      const format = { ...session.format, phases: [phase, ...session.format.phases] };
      const current = after ? 'cluster' : phase.id;
      return {
        ...file,
        session: { ...session, format, phase: current, run: 1, runs, showTables: true },
        plans: Array.from({ length: tables }, (_, n) => planOf(n + 1, done)),
      };
    },
  };
}
