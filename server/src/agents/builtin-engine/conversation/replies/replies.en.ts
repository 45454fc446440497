import type { Abilities, Replies } from './reply-texts.ts';

const MARK = 'I am the automatic assistant';
const STAND_IN_MARK = 'The assistant that usually answers here is not available right now.';

export const ENGLISH_REPLIES: Replies = {
  introductionMark: MARK,
  standInMark: STAND_IN_MARK,
  introduction: ({ organisation, abilities, isStandIn }) => {
    const who = organisation === undefined ? MARK : `${MARK} of ${organisation}`;
    const what = `I can ${abilitiesInWords(abilities)}.`;
    return isStandIn
      ? `${STAND_IN_MARK} ${who}; I work by simple rules until it is back. ${what}`
      : `${who}: not a person, and no language model. ${what}`;
  },
  hello: 'Hello!',
  helloAgain: 'Hello again!',
  howAreYou: 'I am a program, so I am always well. Thank you for asking!',
  howCanIHelp: 'How can I help you?',
  youAreWelcome: 'You are welcome!',
  goodbye: 'Goodbye, and take care! You can write again at any time.',
  allRight: 'All right.',
  whoIAm: (abilities) =>
    `I am a program, not a person: an automatic assistant that works by simple rules, without a language model. I can ${abilitiesInWords(abilities)}.`,
  sorry: 'I am sorry that this is not going well. I am only a simple program, and I do not understand everything.',
  wordless: 'I can only read words. Please tell me in a few words what you need.',
  files: 'I cannot open files. Yours is kept, and the team can look at it.',
  emergency:
    'This may be an emergency. Please get help right now: call the emergency number that is shown above, and do not wait for an answer here. Everything else can wait until you are safe. Your message is kept for the team.',
  urgent:
    'What you describe may need medical attention today. Please contact the team or a doctor today, and call the emergency number if it gets worse.',
  offerPerson: 'If you would rather talk to a person, just say so.',
  offerPersonQuestion: 'Would you like me to pass you to a person?',
  transferDone:
    'Done: the team has our conversation now, with everything that you have told me. I cannot say when somebody will answer; what you write here is kept.',
  transferFailed: 'I could not pass on that you would like a person. Your message is kept for the team.',
  cannotTransfer: 'I cannot connect you with a person from here. Your message is kept for the team.',
  unknown: 'I do not know the answer to that, and I do not want to guess. Your question is kept for the team.',
  foundOne: 'This is what our information says:',
  foundMaybe: 'This is what I found about your question. I am not sure that it answers it:',
  foundSeveral: 'This is what I found about your question. I am not sure which one fits:',
  keptForTeam: 'Thank you for telling me. It is kept for the team.',
  anythingElse: 'Is there anything else?',
  organisation: {
    hours: (line) => `Our opening hours are: ${line}.`,
    onDay: (day, spans) => (spans.length === 0 ? `On ${day} we are closed.` : `On ${day} we are open ${spans.join(' and ')}.`),
    address: (address) => `Our address is: ${address}.`,
    phone: (phone) => `You can call us on ${phone}.`,
    email: (email) => `You can write to us at ${email}.`,
    website: (website) => `Our website is ${website}`,
    services: (names) => `We offer: ${names.join('; ')}.`,
  },
  form: {
    begin: 'So that the team has what it needs, I will ask you a few short questions. You can write “skip” to leave one out.',
    aboutAnother: 'Please answer for the person that you are writing for.',
    optional: 'Those were the most important ones. A few more would help; write “that’s all” whenever you want to finish.',
    backTo: 'Back to the questions:',
    onceMore: 'Let me ask once more:',
    why: 'The form of this page asks for it. You need not answer: write “skip”, and we go on without it.',
    thanksTo: (name) => `Thank you, ${name}.`,
    noted: (value) => `Noted: ${value}.`,
    notedShort: 'Thank you, noted.',
    notedSeveral: (lines) => `I have noted: ${lines.join('; ')}.`,
    changed: (label, value) => `I have changed “${label}” to ${value}.`,
    leftOut: 'No problem, we leave that out.',
    none: 'All right, I leave that empty.',
    again: (example) =>
      example === undefined
        ? 'Sorry, I did not understand that. Please say it in other words.'
        : `Sorry, I did not understand that. Please write it like this: ${example}.`,
    againYesOrNo: 'Sorry, I did not understand that. A yes or a no is enough.',
    offerSkip: 'Sorry, I still cannot read that. Please try once more, or write “skip” and we go on without it.',
    givenUp: (label) => `Let us leave “${label}” for now. The team will read what you wrote.`,
    whichOne: 'What should I change? Write it like this, for example: “my phone number is 555 0100”.',
    askAnew: 'Of course, let us correct that.',
    summary: (lines) => `Thank you, that was everything. This is what I have noted:\n\n${lines.map((line) => `- ${line}`).join('\n')}`,
    isRight: 'Is all of this right?',
    isRightNow: 'Is everything right now?',
    nothingNoted: 'All right, we leave the questions out. The team sees our conversation.',
    done: 'Thank you! The team sees this together with our conversation. I cannot say when somebody will answer, and nothing is booked or confirmed until the team tells you so.',
    stopped:
      'All right, no more questions. What you have told me so far is kept for the team. If you want to go on later, write “continue”.',
    goOn: 'Good, let us go on.',
    yes: 'yes',
    no: 'no',
    and: 'and',
    or: 'or',
  },
};

function abilitiesInWords({ search, form, person }: Abilities): string {
  const all = [
    search ? 'look things up in our information' : 'answer simple questions about us',
    form ? 'take down your details for the team' : 'keep your message for the team',
    ...(person ? ['pass you to a person whenever you ask'] : []),
  ];
  return `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}
