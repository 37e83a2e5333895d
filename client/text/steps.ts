import type { Method } from '../../shared/phases/vote.ts';
import type { Step } from '../../shared/tally/log.ts';
import { dictionary } from './dictionary.ts';
import { rounded } from './exact.ts';
import { euroNl, manyNl, nl } from './numbers.ts';
import { stepsEn, type Telling } from './stepsenglish.ts';

type Tell = (step: Step, telling: Telling) => string;

/** Every step of a count in a plain sentence. Numbers are rounded here only. */
export const steps = dictionary<Tell>({ nl: stepsNl, en: stepsEn });

const money = new Intl.NumberFormat('nl-NL', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const cents = (exact: string) => `€\u00a0${money.format(rounded(exact, 2))}`;

function stepsNl(step: Step, { title, group, method }: Telling): string {
  const names = (ids: readonly string[]) => ids.map((id) => `“${title(id)}”`).join(', ');
  const votes = (exact: string) => {
    const points = method.kind === 'budget' && (method.ballot ?? 'approve') !== 'approve';
    return points ? manyNl(Number(exact), 'punt', 'punten') : manyNl(Number(exact), 'stem', 'stemmen');
  };
  switch (step.step) {
    case 'ballots':
      return `${manyNl(step.cast, 'stem', 'stemmen')} binnen van ${nl(step.electorate)}. ${step.blank === 0 ? 'Geen was leeg.' : `Leeg: ${nl(step.blank)}.`}`;
    case 'item':
      return `“${title(step.id)}”: ${countsNl(step.counts, method)}.`;
    case 'unranked':
      return method.kind === 'jury'
        ? `“${title(step.id)}” kreeg van niemand bij alle punten een cijfer. Het krijgt geen plek.`
        : `“${title(step.id)}” kreeg ${manyNl(step.given, 'cijfer', 'cijfers')}. Nodig waren er ${nl(rounded(step.needed, 1))}. Het krijgt geen plek.`;
    case 'judged':
      return `“${title(step.id)}”${step.group ? `, ${group(step.group)}` : ''}: ${step.totals.map((one) => nl(rounded(one, 2))).join(' · ')}. Gemiddeld ${nl(rounded(step.mean, 2))}.`;
    case 'tie':
      return `Gelijk: ${names(step.ids)}. ${byNl(step.by)}`;
    case 'quorum':
      return `${nl(step.cast)} van ${nl(step.electorate)} stemden. Nodig was ${nl(rounded(step.needed, 1, 100))} %. ${step.reached ? 'Dat is gehaald.' : 'Dat is niet gehaald: niets gaat door.'}`;
    case 'cut':
      return cutNl(step, names);
    case 'unmentioned':
      return `Op geen enkele stem: ${names(step.ids)}. Die vallen meteen af.`;
    case 'round':
      return `Ronde ${step.round}: ${step.votes.map(({ id, votes: n }) => `“${title(id)}” ${nl(n)}`).join(', ')}.${step.exhausted > 0 ? ` ${manyNl(step.exhausted, 'stem telt', 'stemmen tellen')} niet meer mee: alle keuzes zijn afgevallen.` : ''}`;
    case 'majority':
      return `“${title(step.id)}” heeft ${nl(step.votes)} van ${manyNl(step.active, 'stem', 'stemmen')}: meer dan de helft. Dat wint.`;
    case 'dropped':
      return `“${title(step.id)}” valt af met ${manyNl(step.votes, 'stem', 'stemmen')}.${step.tied.length > 0 ? ` Even weinig: ${names(step.tied)}. ${step.by === 'lot' ? 'Het lot koos.' : `In ronde ${step.round ?? 1} had het er minder.`}` : ''}`;
    case 'left out':
      return `“${title(step.id)}” doet niet mee: ${{ cost: 'het kost meer dan er is', votes: 'niemand koos het', barred: step.detail ?? 'het mag niet', threshold: 'het kreeg te weinig stemmen', support: 'het kreeg te weinig stemmen voor wat het kost' }[step.why]}.`;
    case 'free':
      return `“${title(step.id)}” kost niets en gaat door.`;
    case 'all fit':
      return `Alles past samen: ${names(step.ids)}. Dat kost ${euroNl(rounded(step.cost, 0))}.`;
    case 'share':
      return `${manyNl(step.voters, 'mens krijgt', 'mensen krijgen')} elk ${cents(step.share)}.`;
    case 'bought':
      return `“${title(step.id)}” gaat door. Het kost ${euroNl(rounded(step.cost, 0))}. ${manyNl(step.supporters, 'mens betaalt', 'mensen betalen')} mee, ieder hoogstens ${cents(step.price)}${step.emptied > 0 ? `; ${nl(step.emptied)} daarvan ${step.emptied === 1 ? 'geeft' : 'geven'} alles wat ze nog hebben` : ''}.${step.tied.length > 0 ? ` Even sterk: ${names(step.tied)}. ${{ cost: 'Het goedkoopste ging voor.', votes: 'De meeste stemmen gingen voor.', lot: 'Het lot koos.' }[step.by ?? 'lot']}` : ''}`;
    case 'unaffordable':
      return `“${title(step.id)}” kost ${euroNl(rounded(step.cost, 0))}. Wie het willen, hebben samen nog ${cents(step.have)}. Dat is te weinig.`;
    case 'raised':
      return `Ieders deel ging van ${euroNl(rounded(step.from, 0))} naar ${euroNl(rounded(step.to, 0))}, in stappen van ${euroNl(rounded(step.by, 0))}. ${step.stop === 'full' ? 'Toen paste er niets meer bij.' : 'Nog een stap erbij zou meer kosten dan er is.'}`;
    case 'purses':
      return `Wat mensen overhouden van hun deel: ${step.tenths
        .map((n, tenth) => (n > 0 ? `${nl(n)} houden ${tenth * 10} tot ${tenth * 10 + 10} %` : ''))
        .filter(Boolean)
        .join(', ')}.`;
    case 'chosen':
      return `“${title(step.id)}” (${votes(step.votes)}) past voor ${euroNl(rounded(step.cost, 0))}. Er is nog ${euroNl(rounded(step.left, 0))}.`;
    case 'skipped':
      return `“${title(step.id)}” kost ${euroNl(rounded(step.cost, 0))}. Er is nog ${euroNl(rounded(step.left, 0))}: het past niet.`;
    case 'stopped':
      return `“${title(step.id)}” kost ${euroNl(rounded(step.cost, 0))}. Er is nog ${euroNl(rounded(step.left, 0))}: het past niet, en daar stopt het.`;
    case 'amount':
      return `“${title(step.id)}”: gemiddeld ${nl(rounded(step.mean, 2))} %. Dat is ${cents(step.exact)}, dus ${euroNl(rounded(step.amount, 0))}${step.extra ? ', met een losse euro erbij' : ''}.`;
    case 'coverage':
      return `${step.round === 2 ? 'Ronde 2, met wat naar de tweede keus ging. ' : ''}“${title(step.id)}”: ${manyNl(step.vouchers, 'bon', 'bonnen')}, gedekt voor ${nl(rounded(step.coverage, 1, 100))} %.`;
    case 'funded':
      return `“${title(step.id)}” gaat door voor ${euroNl(rounded(step.cost, 0))}. Er is nog ${euroNl(rounded(step.left, 0))}.`;
  }
}

function countsNl(counts: Record<string, string>, { kind }: Method): string {
  const all = Object.entries(counts).map(([key, n]) => [key, Number(n)] as const);
  const told = all.filter(([, n]) => n > 0);
  if (told.length === 0) return 'niets';
  return told.map(([key, n]) => partNl(kind, key, n)).join(', ');
}

function partNl(kind: Method['kind'], key: string, n: number): string {
  switch (kind) {
    case 'score':
      return key === 'none' ? `${nl(n)} geen mening` : `${nl(n)} keer een ${key}`;
    case 'ranked':
      return `${nl(n)} keer op plek ${key}`;
    case 'pairwise':
      return `${nl(n)} keer ${{ won: 'gewonnen', lost: 'verloren', unsure: '“weet ik niet”' }[key] ?? key}`;
    case 'consent':
      return `${nl(n)} ${{ yes: 'ja', no: 'nee', none: 'geen mening' }[key] ?? key}`;
    default:
      return `${manyNl(n, 'mens gaf', 'mensen gaven')} ${kind === 'dots' ? manyNl(Number(key), 'stip', 'stippen') : manyNl(Number(key), 'punt', 'punten')}`;
  }
}

function byNl(by: string): string {
  const how: Record<string, string> = {
    lot: 'Het lot zette ze op volgorde.',
    voters: 'Wie van meer mensen iets kreeg, ging voor.',
    median: 'Het middelste cijfer gaf de volgorde.',
    scores: 'Wie meer cijfers kreeg, ging voor.',
    first: 'Wie vaker op plek 1 stond, ging voor.',
    comparisons: 'Wie vaker is vergeleken, ging voor.',
    yes: 'Wie vaker ja kreeg, ging voor.',
    cost: 'Het goedkoopste ging voor.',
    earlier: 'Een eerdere ronde gaf de volgorde.',
    rest: 'Hun rest is even groot. Het lot koos wie de losse euro kreeg.',
  };
  return how[by] ?? 'Het zwaarste punt gaf de volgorde.';
}

function cutNl(
  { cut, top, tied, wins, again }: Extract<Step, { step: 'cut' }>,
  names: (ids: readonly string[]) => string,
) {
  const won = wins.length > 0 ? `Gekozen: ${names(wins)}.` : 'Er is niets gekozen.';
  if (tied.length === 0) return won;
  if (again.length > 0) return `${won} Gelijk op plek ${top}: ${names(again)}. Daarover komt een tweede ronde.`;
  return `${won} Gelijk op plek ${top}: ${names(tied)}. ${cut === 'lot' ? 'Het lot koos.' : 'Ze gaan allemaal mee.'}`;
}
