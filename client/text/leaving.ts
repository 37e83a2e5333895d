import { dictionary } from './dictionary.ts';

/** Going away from a device, or from the board altogether: what is asked first. */
export const leavingText = dictionary({
  nl: {
    leaveLead: 'Dit toestel vergeet wie u bent. Uw kaarten blijven op het bord. Daarna kan een ander meedoen.',
    leaveUnsent: (n: number) =>
      n === 1
        ? 'Er staat nog 1 tekst op dit toestel die niet is verstuurd. Die gaat weg.'
        : `Er staan nog ${n} teksten op dit toestel die niet zijn verstuurd. Die gaan weg.`,
    leaveGo: 'Ja, klaar',
    eraseLead:
      'Uw kaarten gaan van het bord en uw naam gaat weg. Dat kan niet terug. Een stem die u al gaf, blijft geheim en telt mee.',
    eraseWord: 'wissen',
    eraseLabel: 'Typ het woord: wissen',
    eraseGo: 'Wis alles van mij',
  },
  en: {
    leaveLead: 'This device forgets who you are. Your cards stay on the board. After that somebody else can join.',
    leaveUnsent: (n: number) =>
      n === 1
        ? 'There is 1 text on this device that was not sent. It will be lost.'
        : `There are ${n} texts on this device that were not sent. They will be lost.`,
    leaveGo: 'Yes, done',
    eraseLead:
      'Your cards leave the board and your name is removed. This can not be undone. A vote you gave stays secret and counts.',
    eraseWord: 'erase',
    eraseLabel: 'Type the word: erase',
    eraseGo: 'Erase all of mine',
  },
});
