/** What the engine can do in this conversation. */
export interface Abilities {
  search: boolean;
  form: boolean;
  person: boolean;
}

/**
 * Everything that the engine says besides questions of forms. Each is true of every installation: it promises nobody's attention and no
 * time. Functions are given what the sentence holds, whole and ready to be read.
 */
export interface Replies {
  /** Stands in every introduction and nowhere else: by it the engine knows that it has introduced itself. */
  introductionMark: string;
  /** Stands in every introduction of the last resort. */
  standInMark: string;
  introduction(about: { organisation: string | undefined; abilities: Abilities; isStandIn: boolean }): string;
  hello: string;
  helloAgain: string;
  howAreYou: string;
  howCanIHelp: string;
  youAreWelcome: string;
  goodbye: string;
  allRight: string;
  whoIAm(abilities: Abilities): string;
  /** After a complaint or an insult. */
  sorry: string;
  /** Nothing but signs or pictures of faces. */
  wordless: string;
  files: string;
  emergency: string;
  urgent: string;
  /** As a statement, where a question of the form comes after it. */
  offerPerson: string;
  /** As a question: “yes” to it asks for a person. */
  offerPersonQuestion: string;
  transferDone: string;
  transferFailed: string;
  cannotTransfer: string;
  unknown: string;
  foundOne: string;
  /** One passage, which may be about something else. */
  foundMaybe: string;
  foundSeveral: string;
  /** Something was told that is no question. */
  keptForTeam: string;
  anythingElse: string;
  organisation: OrganisationReplies;
  form: FormReplies;
}

export interface OrganisationReplies {
  hours(line: string): string;
  onDay(day: string, spans: readonly string[]): string;
  address(address: string): string;
  phone(phone: string): string;
  email(email: string): string;
  website(website: string): string;
  services(names: readonly string[]): string;
}

export interface FormReplies {
  /** Before the first question. */
  begin: string;
  /** After that, to somebody who writes for somebody else. */
  aboutAnother: string;
  /** Before the first question that may be left open by design of the form. */
  optional: string;
  /** Before a question that was asked already, after something else was talked about. */
  backTo: string;
  /** The question was not understood; it follows. */
  onceMore: string;
  /** Why a form asks. The question follows. */
  why: string;
  thanksTo(name: string): string;
  noted(value: string): string;
  notedShort: string;
  notedSeveral(lines: readonly string[]): string;
  changed(label: string, value: string): string;
  leftOut: string;
  none: string;
  /** The answer could not be read. The question follows. */
  again(example: string | undefined): string;
  /** The same for what is so or not so. */
  againYesOrNo: string;
  /** It could not be read a second time. The question follows. */
  offerSkip: string;
  givenUp(label: string): string;
  /** The visitor takes something back without saying what is right. */
  whichOne: string;
  askAnew: string;
  summary(lines: readonly string[]): string;
  /** After the summary; by these questions the engine knows that it is waiting for a yes. */
  isRight: string;
  isRightNow: string;
  /** Everything was left out. */
  nothingNoted: string;
  done: string;
  /** By this sentence the engine knows that the visitor wants no more questions. */
  stopped: string;
  goOn: string;
  yes: string;
  no: string;
  and: string;
  or: string;
}
