import { describe, expect, it } from 'vitest';
import { FormatDraft } from '../../client/views/console/format/draft.svelte.ts';
import { placeOf } from '../../client/views/console/format/faults.ts';
import { fileOf, readFile } from '../../client/views/console/format/file.ts';
import { StartForm } from '../../client/views/start/form.svelte.ts';
import { checkFormat } from '../../shared/faults.ts';
import { broedplaats } from '../../shared/formats/broedplaats.ts';
import { g1000 } from '../../shared/formats/g1000.ts';
import { ideeenronde } from '../../shared/formats/ideeenronde.ts';

const ids = (draft: FormatDraft) => draft.phases.map(({ id }) => id);

describe('a programme that is being changed', () => {
  it('stays apart from the session until it is saved', () => {
    const draft = new FormatDraft(ideeenronde, {}, null);
    draft.say('pitch', 'title', 'Dromen');
    draft.setMinutes('pitch', 3);
    expect(draft.format.phases[0]).toMatchObject({ title: { nl: 'Dromen', en: 'Dromen' }, minutes: 3 });
    expect(ideeenronde.phases[0]).toMatchObject({ title: { nl: 'Ideeën schrijven' }, minutes: 15 });
  });

  it('says where a part went, and leaves the first and the last where they are', () => {
    const draft = new FormatDraft(ideeenronde, {}, null);
    expect(draft.move('vote', -1)).toBe(2);
    expect(ids(draft)).toEqual(['pitch', 'vote', 'cluster', 'result']);
    expect(draft.move('pitch', -1)).toBe(1);
    expect(draft.move('result', 1)).toBe(4);
  });

  it('removes what was never held, and nothing else', () => {
    const draft = new FormatDraft(ideeenronde, { pitch: 1 }, 'pitch');
    draft.remove('pitch');
    draft.remove('cluster');
    expect(ids(draft)).toEqual(['pitch', 'vote', 'result']);
    draft.leave('pitch', true);
    expect(draft.format.phases[0]?.left).toBe(true);
    draft.leave('pitch', false);
    expect(draft.format).toMatchObject({ phases: [{ id: 'pitch' }, { id: 'vote' }, { id: 'result' }] });
    expect('left' in draft.format.phases[0]!).toBe(false);
  });

  it('takes in a part of another format with the cards and groups it needs, under an id of its own', () => {
    const draft = new FormatDraft(ideeenronde, { reacties: 1 }, null);
    draft.add(broedplaats, 'reacties');
    expect(draft.faults).toEqual([]);
    draft.add(broedplaats, 'werkgroep');
    draft.add(broedplaats, 'werkgroep');
    expect(ids(draft).slice(4)).toEqual(['reacties-2', 'werkgroep', 'werkgroep-2']);
    expect(draft.format.cardKinds.map(({ id }) => id)).toEqual(['idea', 'idee', 'reactie']);
    expect(draft.faults).toEqual([]);
  });

  it('says what is wrong as soon as it is', () => {
    const draft = new FormatDraft(g1000, {}, null);
    draft.remove('themas');
    expect(draft.faults.length).toBeGreaterThan(0);
    draft.setMinutes('welkom', Number.NaN);
    expect(draft.faults.map((fault) => placeOf(fault, draft.format))).toContainEqual({
      part: 2,
      title: g1000.phases[1]!.title,
      rest: 'minutes',
    });
  });
});

describe('a werkvorm as a file', () => {
  it('comes back as it was', () => {
    expect(readFile(fileOf(g1000))).toEqual(g1000);
    expect(checkFormat(readFile(fileOf(g1000))).ok).toBe(true);
  });

  it('that is something else is no werkvorm', () => {
    for (const text of ['', 'nee', '{}', 'null', '{"kantelbordFormat":2,"format":{}}'])
      expect(readFile(text)).toBeNull();
  });

  it('joins the list of the start page when it is right, and tells what is wrong when it is not', () => {
    const form = new StartForm();
    expect(form.bring('nee')).toBe(false);
    expect(form.bring(fileOf({ ...g1000, phases: [] }))).toBe(true);
    expect(form.ownFaults?.faults).toMatchObject([{ path: 'phases' }]);
    expect(form.bring(fileOf(broedplaats))).toBe(true);
    expect(form.ownFaults).toBeNull();
  });
});
