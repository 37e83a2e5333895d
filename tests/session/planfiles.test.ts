import { describe, expect, it } from 'vitest';
import type { ExportFile } from '../../shared/exportfile.ts';
import { fieldsMap } from '../../shared/document.ts';
import { readPlans } from '../../shared/plans.ts';
import { Evening, origin, value } from './evening.ts';
import { Drafting, write } from './drafting.ts';

/** One plan that is being written, one that is handed in, and one of an earlier run. */
function drafted() {
  const drafting = new Drafting([1, 2]);
  drafting.begin();
  value(drafting.evening.move('next'));
  drafting.begin();
  const [one, two] = [1, 2].map((table) => drafting.open(drafting.people[table - 1]!, drafting.planOf(table)));
  write(one!, { title: 'Buurttuin *met* kruiden', wat: 'Een tuin\n- en een hek', waarom: 'Voor elkaar' });
  write(two!, { title: 'Bankje' });
  value(drafting.evening.services.plans.done(drafting.people[0]!.ask, drafting.planOf(1).id));
  return drafting;
}

describe('a session that is exported', () => {
  it('has every plan in it, as it is this moment, and makes the same plans again, to write on', () => {
    const { evening } = drafted();
    const file = JSON.parse(JSON.stringify(value(evening.services.exports.session(evening.lead, false)))) as ExportFile;
    expect(file.plans).toEqual(readPlans(evening.room.doc));
    expect(file.plans).toHaveLength(4);
    expect(file.plans).toContainEqual(expect.objectContaining({ title: 'Bankje', state: 'open', table: 2 }));
    const { code } = value(evening.services.sessions.import(file, origin));
    const room = evening.server.rooms.open(code);
    expect(readPlans(room.doc)).toEqual(file.plans);
    const { id } = file.plans!.find(({ title }) => title === 'Bankje')!;
    expect(fieldsMap(evening.server.rooms.open(code, id).doc).get('title')!.toString()).toBe('Bankje');
  });

  it('says nothing of plans when there are none', () => {
    const evening = new Evening();
    expect(value(evening.services.exports.session(evening.lead, false))).not.toHaveProperty('plans');
  });

  it('gives them as text, in which people’s own signs stay signs', () => {
    const { evening } = drafted();
    const text = value(evening.services.exports.plansMarkdown(evening.lead));
    expect(text).toMatch(/^# Onze straat\n/);
    expect(text).toContain(
      '### Buurttuin \\*met\\* kruiden\n\nTafel 1\n\n**Wat gaan we doen?**\n\nEen tuin  \n\\- en een hek',
    );
    expect(text).toContain('### Bankje\n\nTafel 2');
    expect(text.match(/^### /gm)).toHaveLength(2);
  });
});
