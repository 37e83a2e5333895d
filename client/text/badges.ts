import { dictionary } from './dictionary.ts';

/** Badges: at the door and at the table. */
export const badgeText = dictionary({
  nl: {
    // The door
    haveBadge: 'Ik heb een badge',
    noBadge: 'Ik heb geen badge',
    code: 'Code van uw badge',
    codeHint: 'Twaalf letters en cijfers, in drie groepjes.',
    codeWrong: 'De code heeft twaalf letters en cijfers. De 0, O, 1 en I komen er niet in voor.',
    enter: 'Ga naar mijn plek',
    required: 'Voor deze sessie heeft u een badge nodig.',
    requiredHint: 'Geen badge? Vraag er een bij de ingang.',
    // At the table
    own: 'Uw eigen stem, op dit apparaat',
    votedAtTable: 'U stemde aan tafel. Uw stem telt mee en ligt vast.',
  },
  en: {
    haveBadge: 'I have a badge',
    noBadge: 'I have no badge',
    code: 'Code of your badge',
    codeHint: 'Twelve letters and digits, in three groups.',
    codeWrong: 'The code has twelve letters and digits. It never has a 0, O, 1 or I.',
    enter: 'Go to my place',
    required: 'You need a badge for this session.',
    requiredHint: 'No badge? Ask for one at the entrance.',
    own: 'Your own vote, on this device',
    votedAtTable: 'You voted at a table. Your vote counts and is fixed.',
  },
});
