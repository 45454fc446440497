/** Something that forms of front desks often ask for, and how people speak of it. All patterns are of folded text, EN and ES. */
export interface Topic {
  id: string;
  /** Whether a field is about it: tested on its name in words and its title. */
  about: RegExp;
  /** A question that asks for it. */
  asks?: RegExp;
  /** A question that asks for it where the question before was about something: “any medication?” after one about allergies. */
  asksAfter?: readonly [before: RegExp, asks: RegExp];
  /** A question that a “no” answers, while a “yes” may mean another thing: “any allergies?” */
  asksVaguely?: RegExp;
  /** A question to which only its `answers` tell something: “what medicines do you take?” */
  asksListing?: RegExp;
  /** What tells something then, where it is more than its `answers`. */
  listed?: RegExp;
  /** A question that asks for it the other way round: “yes” to it means no. */
  asksOpposite?: RegExp;
  /** What the speaker says of the patient when it is so, and when it is not. */
  yes?: RegExp;
  no?: RegExp;
  /** What is as good as a yes when it has just been asked. */
  answers?: RegExp;
  /** What is as good as a no then, whichever way it was asked. */
  answersNo?: RegExp;
  /** `yes` and `no` are too common to count unless it was asked for, or the clause names the thing. */
  isOnlyAnswer?: boolean;
  /** Words beside which a number or a text of the topic stands. */
  says?: RegExp;
  /** It is about a thing or a wish, so that whoever speaks of it does not matter. */
  isOfThing?: boolean;
  /** Said of the past it does not count. */
  isOfNow?: boolean;
  /** Choices, by what the options of a form may be called. */
  choices?: readonly TopicChoice[];
}

export interface TopicChoice {
  /** How forms call the option. */
  named: RegExp;
  /** What people say for it at any time. */
  says?: RegExp;
  /** The thing itself, where nothing more is said of it. */
  hint?: RegExp;
  /** The same, where it takes more than one sentence. */
  saysAcross?: RegExp;
  /** A question that takes it for granted, or asks for just this: whatever is not denied confirms it. */
  asked?: RegExp;
  /** Words in a reply that keep its `answers` from meaning it. */
  unless?: RegExp;
  /** What is enough when they have just been asked. */
  answers?: RegExp;
}
