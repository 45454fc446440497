/** What the widget says in every conversation. Words in braces are filled in. */
export const en = {
  dialog: 'Chat with {name}',
  messages: 'Messages',
  close: 'Close chat',
  menu: 'More options',
  assistant: 'Automated assistant',
  holderWaiting: 'The team has been asked to join',
  holderPerson: '{name} from the team is here',
  holderTeam: 'Somebody from the team is here',
  composer: 'Your message',
  placeholder: 'Write a message',
  send: 'Send',
  attach: 'Attach files',
  dropFiles: 'Drop files here',
  charactersLeft: '{count} characters left',
  charactersOver: '{count} characters too many',
  suggestions: 'Suggestions',
  fields: 'What we understood',
};

export type TextKey = keyof typeof en;
export type Dictionary = Readonly<Record<TextKey, string>>;
