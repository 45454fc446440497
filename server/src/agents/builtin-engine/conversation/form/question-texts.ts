/** What a question of a form is made of, ready to be read. */
export interface Asked {
  /** Inside a sentence. */
  label: string;
  minimum: number | undefined;
  maximum: number | undefined;
  /** The name of the unit that numbers are noted in. */
  unit: string | undefined;
}

/** How to ask for the fields of forms. */
export interface Questions {
  /** By the ids of form-filling/topics. */
  topics: Readonly<Record<string, string | ((asked: Asked) => string)>>;
  /** A title that is a question already. */
  verbatim(title: string): string;
  truth(label: string): string;
  choice(label: string): string;
  number(asked: Asked): string;
  scale(asked: Asked): string;
  date(label: string): string;
  time(label: string): string;
  list(label: string): string;
  text(label: string): string;
  /** The same question with the choices at its end. */
  withChoices(question: string, choices: readonly string[]): string;
  /** Examples of how an answer may look, by kind of field. */
  examples: { birthDate: string; day: string; date: string; time: string; number: string; phone: string; email: string };
  units: Readonly<Record<string, string>>;
}
