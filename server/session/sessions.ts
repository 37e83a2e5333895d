/** A session from opening to deletion. */
import { hasTables } from '../../shared/format.ts';
import { say } from '../../shared/words.ts';
import { limits } from '../../shared/limits.ts';
import { refuse } from '../../shared/refusals.ts';
import { setSession } from '../../shared/stamp.ts';
import { sessionOf, shownCards } from './board.ts';
import { chosenFormat } from './formats.ts';
import { follow } from './following.ts';
import { found } from './founding.ts';
import type { Hall } from './hall.ts';
import { importFile } from './importer.ts';
import { consoleOf, reportOf } from './overview.ts';
import { importPabulib } from './pabulib.ts';
import { finish } from './phasework.ts';
import type { Alongside } from './work.ts';
import { deleteAt, erase, sweep } from './retention.ts';
import { answer, type Services } from './services.ts';
import { settlePlans } from './telling.ts';
import { dropTickets } from './tickets.ts';

export function makeSessions(hall: Hall): Services['sessions'] {
  const { store, rooms, door } = hall.parts;

  return {
    open(input, origin) {
      const chosen = chosenFormat(input);
      if (!chosen.ok) return chosen;
      const format = chosen.value;
      const made = found(
        hall,
        {
          title: input.title,
          question: input.question,
          organiser: input.organiser ?? '',
          anchors: input.anchors ?? [],
          language: input.language ?? 'nl',
          format,
          state: input.open === false ? 'prepared' : 'lobby',
          showTables: hasTables(format),
        },
        origin,
      );
      return answer(made);
    },

    import: (file, origin) => importFile(hall, file, origin),
    importPabulib: (text, asked, origin) => importPabulib(hall, text, asked, origin),

    exists(code) {
      const there = hall.exists(code);
      return there.ok ? answer(null) : there;
    },

    info(code, language) {
      const there = hall.exists(code);
      if (!there.ok) return there;
      const { doc } = rooms.open(code);
      const session = sessionOf(doc);
      const { people } = door.registers.of(code);
      const { presence } = door.registers;
      const { title, organiser, state, phase, run, doors, format } = session;
      const told = state !== 'prepared'; // until it opens, its name is enough for whoever waits at the door
      return answer({
        code,
        title,
        question: told ? session.question : '',
        organiser,
        anchors: told ? session.anchors : [],
        language: session.language,
        state,
        phase,
        run,
        phases: (told ? format.phases : []).map(({ id, kind, title: words, minutes }) => ({
          id,
          kind,
          title: say(words, language),
          minutes,
        })),
        groups: format.groups.map(({ id, title: words }) => ({ id, title: say(words, language) })),
        counts: {
          joined: people.length,
          here: people.filter(({ id }) => presence.isHere(code, id)).length,
          cards: shownCards(doc).length,
        },
        doors,
        admission: session.admission ?? 'open',
        rehearsal: session.rehearsalOf !== null,
        followsFrom: session.followsFrom ?? null,
        createdAt: session.createdAt,
        deleteAt: deleteAt(hall, store.sessions.get(code)!),
      });
    },

    console: (ask, origin) => consoleOf(hall, ask, origin),
    report: (ask) => reportOf(hall, ask),

    edit(ask, input) {
      const scene = hall.may(ask, { type: 'session.edit' });
      if (!scene.ok) return scene;
      const given = Object.entries(input).filter(([, value]) => value !== undefined);
      const change = Object.fromEntries(given);
      hall.act(scene.value, 'session.edit', Object.keys(change).join(', '), (doc) => setSession(doc, change));
      return answer(null);
    },

    start(ask) {
      const scene = hall.may(ask, { type: 'session.open' });
      if (!scene.ok) return scene;
      let written: Alongside | void;
      hall.act(
        scene.value,
        'session.open',
        '',
        (doc) => {
          written = finish(hall, scene.value, doc);
          setSession(doc, { state: 'lobby', phase: null, run: 0 }); // the hall comes in to the lobby, whatever was on
        },
        () => written?.(),
      );
      return answer(null);
    },

    end(ask) {
      const scene = hall.may(ask, { type: 'session.end' });
      if (!scene.ok) return scene;
      const { code, register } = scene.value;
      if (register.openVotes.length > 0) return refuse('vote_open');
      const now = hall.now();
      const { rehearsalOf } = scene.value.session;
      settlePlans(hall, scene.value);
      let written: Alongside | void;
      hall.act(
        scene.value,
        'session.end',
        '',
        (doc) => {
          written = finish(hall, scene.value, doc);
          setSession(doc, {
            state: 'ended',
            endedAt: now,
            timer: { state: 'off' },
            paused: false,
            screen: 'phase',
            spotlight: null,
            deleteAt: deleteAt(hall, { touchedAt: now, rehearsalOf }),
          });
        },
        () => {
          written?.();
          store.sessions.touch(code, now);
          dropTickets(hall, scene.value);
        },
      );
      hall.broom.sweep();
      return answer(null);
    },

    delete(ask) {
      const scene = hall.may(ask, { type: 'session.delete' });
      if (!scene.ok) return scene;
      erase(hall, [ask.code]);
      return answer(null);
    },

    rehearse(ask, origin) {
      const scene = hall.may(ask, { type: 'session.rehearse' });
      if (!scene.ok) return scene;
      const { code, session } = scene.value;
      if (session.rehearsalOf !== null) return refuse('not_allowed', 'rehearsal');
      const running = store.sessions.list().filter(({ rehearsalOf }) => rehearsalOf === code);
      if (running.length >= limits.rehearsalsPerSession) erase(hall, [running[0]!.code]);
      const { title, question, organiser, anchors, language, format, showTables } = session;
      const made = found(
        hall,
        { title, question, organiser, anchors, language, format, showTables, state: 'lobby', rehearsalOf: code },
        origin,
      );
      hall.transaction(code, () => hall.note(scene.value, 'session.rehearse', made.code));
      return answer(made);
    },

    follow: (ask, input, origin) => follow(hall, ask, input, origin),

    sweep: () => sweep(hall),
  };
}
