import { type Exchange, type Finding, finding, type Scene } from '../dialogue/scene.ts';
import type { FieldMeaning } from '../fields/field-meaning.ts';
import type { Said } from './places.ts';
import { saidIn } from './places.ts';

const JOB =
  'teacher|nurse|engineer|driver|manager|clerk|secretary|accountant|lawyer|attorney|mechanic|carpenter|electrician|plumber|cook|chef|waitress|waiter|cashier|farmer|officer|programmer|salesman|salesperson|worker|technician|contractor|realtor|banker|firefighter|policeman|policewoman|cop|hairdresser|housekeeper|janitor|custodian|welder|painter|supervisor|assistant|analyst|consultant|professor|librarian|pharmacist|therapist|doctor|operator|machinist|homemaker|executive|foreman|guard|pilot|editor|writer|artist|designer|photographer|barber|baker|butcher|counselor|coach|instructor|dentist|aide|agent|superintendent|inspector|laborer|trucker|miner|receptionist|bartender|musician|pastor|minister|principal|director|president|developer|architect|scientist|bookkeeper|paralegal|paramedic|veterinarian|dancer|actor|actress|model|vendor|stylist|landscaper|roofer|mason|bricklayer|seamstress|tailor|surveyor|geologist|chemist|planner|coordinator|administrator|tech|fireman|soldier|marine|sailor|chauffeur|dispatcher|longshoreman|rancher|fisherman|optometrist|physician|psychologist';
const IS_A = new RegExp(
  `\\b(?:i|he|she)(?:'m| am| was| is|'s| used to be| have been|'ve been| work(?:ed|s)? as| started (?:out )?as| served as| got hired as| was working as)(?: (?:currently|now|also|just|actually))* (?:an? |the )(?:retired |former )?((?:[a-z-]+ ){0,3}?(?:${JOB}))\\b|\\bretired ((?:[a-z-]+ ){0,2}?(?:${JOB}))\\b|\\bsoy (?:un |una )?(maestr[oa]|enfermer[oa]|ingenier[oa]|abogad[oa]|chofer|cociner[oa]|contador[oa]?|vendedor[oa]?|albanil|profesor[oa]?|medic[oa]|secretari[oa]|mecanic[oa])\\b`,
);
const WORKS_IN =
  /\b(?:i|he|she)(?: used to| still| currently| also| mostly|'ve| have|'d| do|'m| am)* (?:work|worked|works|been working|working)(?: part[- ]time| full[- ]time| mostly)? (as|for|in|on|at|with) (?!my (?:garage|yard|garden|house|kitchen|car|home|basement|farm|truck|lawn|computer|posture|weight|diet))(?:an? |the |my )?([^,.;!?]{3,60})|\btrabaj(?:o|aba|e) (de|como|en) (?:un |una |el |la )?([^,.;!?]{3,60})/;
/** “I run a restaurant.” */
const RUNS =
  /\b(?:i|he|she)(?: use(?:d)? to| still| currently|'ve| have| had)* (?:run|runs|ran|own|owns|owned|manage|manages|managed|operate|operated) (?:an? |my (?:own )?|the )((?:[a-z-]+ ){0,3}?(?:business|company|shop|store|restaurant|farm|ranch|salon|bar|bakery|hotel|firm|agency|garage|clinic|practice|school|daycare))\b/;
const AS_ANSWER =
  /^\W*(?:(?:well|oh|so|um|uh|currently|right now)\W+)*i (?=(?:install|build|drive|teach|sell|clean|cook|fix|repair|write|design|deliver|operate|paint|farm|program|make|raise|train|coach|cut|style|do (?!n)\w+|take care)\b)([a-z][^.;!?]{3,60})|(?:(?:i'm|i am|i was|he's|she's) (?:an? )?|^\W*(?:an? )?)([a-z][^,.;!?]{3,50})/;
const NO_JOB =
  /\bnot\b|^\W*(?:actually|yes|yeah|no|nope|si|retired|not|never|well|oh|i|home|night|nights|work|out|it|that|this|past|last|on disability|disability|unemployed|single|married|two|three|about|doing|here|days?|weekends?|mornings?|sorry|fine|good|okay|currently|right now|nothing|retired)\b/;
const ASKS_FOR_JOB =
  /do for (?:a living|work)|occupation|what (?:do|did) (?:you|he|she) (?:use to )?do(?: now| before)?\W*$|kind of work|what work do|dedica|en que trabaja|(?:what(?:'s| is| was)|tell me about|is) your (?:current )?(?:job|work)\b(?! (?:allow|stress|going))|profession/;

/** The patient's own work: best by the name of a trade, else by where it is done. */
export function findOccupation(meaning: FieldMeaning, exchange: Exchange, scene: Scene): Finding[] {
  const isAsked = ASKS_FOR_JOB.test(exchange.question?.folded ?? '');
  const found = (pattern: RegExp, confidence: number): Finding[] => {
    for (const said of saidIn(pattern, meaning, exchange, scene)) {
      const job = jobIn(pattern, said);
      if (!job) continue;
      const span = { start: job.start, end: job.end };
      return [finding(exchange.reply.content.slice(span.start, span.end), exchange.reply, span, confidence)];
    }
    return [];
  };
  const named = found(IS_A, 0.85);
  if (named.length > 0) return named;
  const run = found(RUNS, 0.8);
  if (run.length > 0) return run;
  const placed = found(WORKS_IN, isAsked ? 0.8 : 0.6);
  if (placed.length > 0) return placed;
  return isAsked ? found(AS_ANSWER, 0.7) : [];
}

function jobIn(pattern: RegExp, said: Said): { start: number; end: number } | undefined {
  const groups =
    pattern
      .exec(said.text)
      ?.slice(1)
      .filter((group): group is string => group !== undefined) ?? [];
  const job = groups
    .at(-1)
    ?.replace(/\s+(?:after|since|when|until|for the (?:last|past)|but|and (?:i|my))\b.*$/, '')
    .trimEnd();
  if (!job || NO_JOB.test(job)) return undefined;
  const start = said.start + said.text.lastIndexOf(job);
  return { start, end: start + job.length };
}
