/**
 * Every bound in the product, by name. Meeting one is a refusal with a code and a sentence (`refusals.ts`), never a hang.
 * Sizes in characters are UTF-16 units, as Yjs and browsers count them.
 */
export const limits = {
  // What people write
  titleLength: 120, // the most a card kind may ask for; the kind's own setting is usually lower
  textLength: 1_000, // same, for the text of a card
  fieldLength: 500,
  fieldsPerCard: 12,
  clusterNameLength: 60,
  /** Crossing edits may add up: the guard's bound on shared text is the form's bound times this (DESIGN 4). */
  sharedTextSlack: 4,
  planFieldLength: 2_000, // the most a field of a template may ask for
  sessionTitleLength: 80,
  questionLength: 200,
  organiserLength: 80,
  anchors: 7,
  anchorLength: 80,
  nameLength: 40,
  tableNumber: 999,
  announcementLength: 140,
  reasonLength: 140,
  bidLength: 140, // a bid is one sentence
  contactLength: 120, // how the other side can reach somebody
  interestLength: 60,
  interests: 30,

  // How many of it
  participantsPerSession: 2_000,
  facilitatorsPerSession: 20,
  invitationsPerSession: 60,
  ticketsPerSession: 4_000, // twice the people there can be: some are lost, some are withdrawn
  cardsPerSession: 5_000,
  heldPerSession: 500,
  heldPerParticipant: 20,
  clustersPerSession: 60,
  cardsPerMerge: 50,
  cardsPerClaim: 20,
  itemsPerVote: 1_500,
  countAtOnce: 10_000, // ballots times items of a vote with fractions: more are counted in a thread, or cards would wait
  repliesPerItem: 50,
  reactionsPerPerson: 100, // while others pitch
  bidsPerPerson: 40, // in one run of an auction or a market
  bidsPerLot: 200,
  papersPerVote: 2_000, // ballots on paper in one run
  handsPerTable: 300, // a hall without tables is one table
  leastApart: 5, // fewer ballots than this are not shown apart: they would say who voted what
  plansPerSession: 2_000, // a hundred tables, twenty times

  // Time, in milliseconds
  grace: 10_000, // a card that misses its phase by less than this still counts
  tick: 50, // the room stores and sends at most this often; 20 ticks a second cost a fifth of a core at 1,000 people
  pulseEvery: 500, // head counts and turnout go out at most twice a second …
  pulsePerConnection: 0.5, // … and with 2,000 people once: that takes 20 ms, in which cards wait
  heartbeat: 20_000, // y-websocket gives up after 30 s of silence
  idleRoom: 60_000, // an empty room leaves memory after this
  claim: 180_000, // what somebody of the theme team took is free again after so much silence
  plansTold: 3_000, // titles of plans that are being written reach the board at most this often
  timerMax: 24 * 3_600_000,

  // The wire
  messageBytes: 1_000_000, // a phone that was offline for an evening fits in a tenth of this
  deletesPerUpdate: 100_000, // total length of the runs an update deletes
  structsPerUpdate: 20_000,
  clientsPerUpdate: 64, // Yjs client ids with something new: one for each page load that was not sent yet
  pendingUpdates: 5_000, // what a room takes in while its store fails
  awarenessBytes: 1_000,
  // A receiver further behind than this (and than the board it asked for) is closed and syncs again when it can: a new board
  // is a seventh of this, so that is sooner there than what it missed.
  bufferedBytes: 1_000_000,
  recentBytes: 1_000_000, // what a room remembers of the last ticks, for phones that come back: minutes of a busy evening
  recentTicks: 2_000, // same, in ticks: over a minute at full speed
  // Bytes of ticks a newcomer takes along rather than have a whole board encoded anew: that takes up to 30 ms, in which cards
  // wait. At ten cards a second this much is 10 s.
  boardBehind: 32_000,
  connectionsPerSession: 4_000,
  screensPerSession: 200, // anybody with the code can open one: they must leave room for people
  connectionsPerParticipant: 8,
  messagesPerSecond: 60, // sustained, per connection: fast typing is about 12
  messagesBurst: 600,

  // HTTP
  bodyBytes: 64_000,
  importBytes: 20_000_000,
  commandsPerMinute: 240, // per token
  joinsPerMinute: 3_000, // per session: a whole hall in twenty seconds
  failuresPerMinute: 60, // per IP address: wrong codes and bad tokens
  sessionsPerHour: 60, // per IP address: opening sessions

  // The store
  pointsPerSession: 50, // restore points; each keeps only what changed since the one before
  pointEvery: 60_000, // ms: merging and dissolving make one at most this often; a phase change always does
  // A log is rewritten as one snapshot when its room leaves memory, and in a busy room at these bounds: that stands still
  // for some 40 ms at 1,500 cards that were edited 100,000 times. What is behind the snapshot costs 10 µs an update to open.
  compactAfterUpdates: 2_000, // over a minute at full speed
  compactAfterBytes: 4_000_000,
  rehearsalsPerSession: 1,
} as const;
