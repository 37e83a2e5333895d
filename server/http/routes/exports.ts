/** What leaves the room as files. Before the reveal they hold no totals. */
import * as v from 'valibot';
import { rolesOf, route, type Call, type Route } from '../route.ts';
import { answer } from '../../session/services.ts';
import type { Parts } from '../parts.ts';

const path = '/api/sessions/:code/export';
const choice = v.object({ hidden: v.optional(v.picklist(['true', 'false'])) });
const csv = { media: 'text/csv; charset=utf-8', describes: 'Separated by semicolons, with a byte order mark.' };

export function exportRoutes({ services: { exports } }: Parts): Route[] {
  return [
    route({
      method: 'get',
      path: `${path}/session.json`,
      summary: 'The complete session, which can be imported again; hidden and held cards only with `hidden=true`.',
      roles: rolesOf('export'),
      query: choice,
      output: { media: 'application/json; charset=utf-8', describes: 'The session.' },
      counted: true,
      handle: (call) => {
        const file = exports.session(call.ask, call.query.hidden === 'true');
        if (!file.ok) return file;
        name(call, 'sessie.json');
        return answer(JSON.stringify(file.value, null, 2));
      },
    }),
    route({
      method: 'get',
      path: `${path}/cards.csv`,
      summary: 'All cards, one a line; hidden and held ones only with `hidden=true`.',
      roles: rolesOf('export'),
      query: choice,
      output: csv,
      counted: true,
      handle: (call) => {
        name(call, 'kaarten.csv');
        return exports.cardsCsv(call.ask, call.query.hidden === 'true');
      },
    }),
    route({
      method: 'get',
      path: `${path}/results.csv`,
      summary: 'The results that were revealed, one item a line.',
      roles: rolesOf('export'),
      output: csv,
      counted: true,
      handle: (call) => {
        name(call, 'uitslag.csv');
        return exports.resultsCsv(call.ask);
      },
    }),
    route({
      method: 'get',
      path: `${path}/plans.md`,
      summary: 'All plans in full, as text with headings.',
      roles: rolesOf('export'),
      output: { media: 'text/markdown; charset=utf-8', describes: 'Markdown.' },
      counted: true,
      handle: (call) => {
        name(call, 'plannen.md');
        return exports.plansMarkdown(call.ask);
      },
    }),
    route({
      method: 'get',
      path: `${path}/grouped.csv`,
      summary: 'Who of the theme team put which card in which theme, by number.',
      roles: rolesOf('export'),
      output: csv,
      counted: true,
      handle: (call) => {
        name(call, 'indeling.csv');
        return exports.groupedCsv(call.ask);
      },
    }),
    route({
      method: 'get',
      path: `${path}/matches.csv`,
      summary: 'What was bid, and what became a match; nobody’s contact details.',
      roles: rolesOf('export'),
      output: csv,
      counted: true,
      handle: (call) => {
        name(call, 'koppels.csv');
        return exports.matchesCsv(call.ask);
      },
    }),
    route({
      method: 'get',
      path: `${path}/teams.csv`,
      summary: 'The working groups: how many, which groups, who leads (by name only with consent).',
      roles: rolesOf('export'),
      output: csv,
      counted: true,
      handle: (call) => {
        name(call, 'werkgroepen.csv');
        return exports.teamsCsv(call.ask);
      },
    }),
    route({
      method: 'get',
      path: `${path}/votes/:phase/:run/ballots.json`,
      summary: 'The anonymous ballots of a vote that was revealed, with all it takes to count them again.',
      roles: rolesOf('export'),
      output: { media: 'application/json; charset=utf-8', describes: 'Settings, items, ballots and result.' },
      counted: true,
      handle: (call) => {
        const [phase, run] = [call.param('phase'), Number(call.param('run'))];
        const file = exports.ballotsJson(call.ask, phase, run);
        if (!file.ok) return file;
        name(call, `${phase}-${run}.json`);
        return answer(JSON.stringify(file.value, null, 2));
      },
    }),
    route({
      method: 'get',
      path: `${path}/votes/:phase/:run/ballots.csv`,
      summary: 'The same ballots as a table: one a line, or of pairs one pair a line.',
      roles: rolesOf('export'),
      output: csv,
      counted: true,
      handle: (call) => {
        const [phase, run] = [call.param('phase'), Number(call.param('run'))];
        const file = exports.ballotsCsv(call.ask, phase, run);
        if (file.ok) name(call, `${phase}-${run}.csv`);
        return file;
      },
    }),
    route({
      method: 'get',
      path: `${path}/votes/:phase/:run/ballots.pb`,
      summary:
        'The ballots of a budget vote that was revealed, in the format of Pabulib, with fresh ids in random order.',
      roles: rolesOf('export'),
      output: { media: 'text/plain; charset=utf-8', describes: 'A Pabulib file.' },
      counted: true,
      handle: (call) => {
        const phase = call.param('phase');
        const run = Number(call.param('run'));
        const file = exports.pabulib(call.ask, phase, run);
        if (file.ok) name(call, `${phase}-${run}.pb`);
        return file;
      },
    }),
  ];
}

/** Letters, digits and dashes only, so the header needs no quoting rules. */
function name({ code, http }: Call, what: string): void {
  http.header('Content-Disposition', `attachment; filename="kantelbord-${code}-${what}"`);
}
