/** The market floor (DOMAIN 4.17, `beursvloer`): a request, an offer, a favour in return, and everybody's confirmation. */
import type { BidKind } from './auction.ts';
import { done, not, type Step } from './step.ts';

/** asker and giver: the parties. corner (hoekman) and notary look whether it is right. */
export type Confirmer = 'asker' | 'giver' | 'corner' | 'notary';

export interface MarketRules {
  /** who must confirm; both parties always among them */
  confirm: readonly Confirmer[];
  /** `tegenprestatie_verplicht` */
  favourRequired: boolean;
  /** `geld_toegestaan`: asking for money is taboo on most floors */
  money: boolean;
}

/** A request or an offer. */
export interface Post {
  id: string;
  by: string;
  kind: BidKind;
  /** how many matches it may have (`aantal`) */
  count: number;
}

interface Terms {
  id: string;
  request: string;
  offer: string;
  /** what the asker does in return */
  favour: string;
}

export type Match = Terms &
  (
    | { state: 'proposed'; confirmed: readonly Confirmer[] }
    | { state: 'confirmed' }
    | { state: 'withdrawn'; reason: string | null }
  );

export interface Market {
  requests: readonly Post[];
  offers: readonly Post[];
  matches: readonly Match[];
}

/** Matches this request or offer can still have: confirmed ones count, proposals do not. */
export function openPlaces(market: Market, post: Post): number {
  const taken = market.matches.filter(
    (match) => match.state === 'confirmed' && (match.request === post.id || match.offer === post.id),
  );
  return post.count - taken.length;
}

export type ProposeRefusal =
  'not_found' | 'own_match' | 'already_matched' | 'taken' | 'kind_not_allowed' | 'favour_missing';

/** The match form. The same form again changes nothing. */
export function propose(market: Market, terms: Terms, rules: MarketRules): Step<Market, ProposeRefusal> {
  if (market.matches.some(({ id }) => id === terms.id)) return done(market);
  const pair = partiesOf(market, terms);
  if (!pair) return not('not_found');
  const { request, offer } = pair;
  if (request.by === offer.by) return not('own_match');
  if (!rules.money && (request.kind === 'money' || offer.kind === 'money')) return not('kind_not_allowed');
  if (rules.favourRequired && terms.favour.trim() === '') return not('favour_missing');
  const same = market.matches.some(
    (match) => match.state !== 'withdrawn' && match.request === terms.request && match.offer === terms.offer,
  );
  if (same) return not('already_matched');
  if (openPlaces(market, request) < 1 || openPlaces(market, offer) < 1) return not('taken');
  const match: Match = { ...terms, state: 'proposed', confirmed: [] };
  return done({ ...market, matches: [...market.matches, match] });
}

/** Another favour in return, before all have confirmed. Who had, confirms again: it is another agreement now. */
export function amend(
  market: Market,
  id: string,
  favour: string,
  rules: MarketRules,
): Step<Market, 'not_found' | 'match_fixed' | 'favour_missing'> {
  return onMatch(market, id, (match) => {
    if (match.state !== 'proposed') return not('match_fixed');
    if (rules.favourRequired && favour.trim() === '') return not('favour_missing');
    return done(favour === match.favour ? match : { ...match, favour, confirmed: [] });
  });
}

export type ConfirmRefusal = 'not_found' | 'not_asked' | 'not_yours' | 'match_gone' | 'taken';

/**
 * The last confirmation makes the match, if request and offer still have a place. Whether somebody is corner or notary is
 * for the rule book; here only that it is not one of the parties. Confirming twice changes nothing.
 */
export function confirm(
  market: Market,
  id: string,
  as: Confirmer,
  by: string,
  rules: MarketRules,
): Step<Market, ConfirmRefusal> {
  return onMatch(market, id, (match): Step<Match, ConfirmRefusal> => {
    const pair = partiesOf(market, match);
    if (!pair) return not('not_found');
    if (!rules.confirm.includes(as)) return not('not_asked');
    if (!mayConfirm(as, by, pair)) return not('not_yours');
    if (match.state === 'withdrawn') return not('match_gone');
    if (match.state === 'confirmed' || match.confirmed.includes(as)) return done(match);
    if (openPlaces(market, pair.request) < 1 || openPlaces(market, pair.offer) < 1) return not('taken');
    const confirmed = [...match.confirmed, as];
    if (!rules.confirm.every((needed) => confirmed.includes(needed))) return done({ ...match, confirmed });
    const { request, offer, favour } = match;
    return done({ id, request, offer, favour, state: 'confirmed' });
  });
}

/** A confirmed match needs a reason; its places are open again. */
export function withdraw(market: Market, id: string, reason: string): Step<Market, 'not_found' | 'reason_missing'> {
  return onMatch(market, id, (match) => {
    if (match.state === 'withdrawn') return done(match);
    const given = reason.trim() === '' ? null : reason;
    if (match.state === 'confirmed' && given === null) return not('reason_missing');
    const { request, offer, favour } = match;
    return done({ id, request, offer, favour, state: 'withdrawn', reason: given });
  });
}

interface Parties {
  request: Post;
  offer: Post;
}

function partiesOf(market: Market, terms: Terms): Parties | null {
  const request = market.requests.find(({ id }) => id === terms.request);
  const offer = market.offers.find(({ id }) => id === terms.offer);
  return request && offer ? { request, offer } : null;
}

function mayConfirm(as: Confirmer, by: string, { request, offer }: Parties): boolean {
  if (as === 'asker') return by === request.by;
  if (as === 'giver') return by === offer.by;
  return by !== request.by && by !== offer.by;
}

function onMatch<Why extends string>(
  market: Market,
  id: string,
  change: (match: Match) => Step<Match, Why>,
): Step<Market, Why | 'not_found'> {
  const match = market.matches.find((other) => other.id === id);
  if (!match) return not('not_found');
  const changed = change(match);
  if (!changed.ok) return changed;
  return done({ ...market, matches: market.matches.map((other) => (other === match ? changed.state : other)) });
}
