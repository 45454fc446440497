/**
 * Whether a text asks for a person, in English or Spanish. Deliberately small: a request that is missed costs a second
 * message, one that is imagined costs the team a conversation that nobody asked to hand over.
 */
export function asksForPerson(text: string): boolean {
  return clauses(plain(text)).some((clause) => REQUESTS.some((request) => request.test(clause)) && !REFUSALS.some((no) => no.test(clause)));
}

const PERSON_EN = String.raw`(?:(?:a|an|the|some|your|any) )?(?:real |live |actual |human )*(?:person|human(?: being)?|someone|somebody|operator|receptionist|representative|rep|agent|staff|team member|doctor|nurse|manager)`;
const PERSON_ES = String.raw`(?:(?:una?|el|la|los|las|algun|alguna|su|tu) )?(?:persona(?: real| humana)?|humano|ser humano|alguien(?: real)?|operador[a]?|recepcionista|agente(?: humano)?|asesor[a]?|representante|encargad[oa]|medic[oa]|doctor[a]?|enfermer[oa])`;

const REQUESTS = [
  String.raw`\b(?:talk|speak|chat|connect me|transfer me|put me through|pass me|hand me over|put me in touch|be connected|be transferred)(?: \w+)? (?:to|with|over to) ${PERSON_EN}\b`,
  String.raw`\b(?:get|give|find|bring|send|need|want|prefer) (?:me )?(?:(?:a|an|the) )?(?:real |live |actual )*(?:person|human(?: being)?|operator|receptionist|representative)\b`,
  String.raw`^(?:an? )?(?:(?:real|live|actual) )?(?:human|person|operator|representative|receptionist)(?: please| now)*$`,
  String.raw`\b(?:hablar|chatear|comunicar\w*|contactar|pasar\w*|pase\w*|pasa\w*|conecte\w*|conecta\w*|transfier\w*|transferir\w*|comuni(?:que|ca)\w*|atiend\w*|atender\w*)(?: por favor)? (?:con |a )?${PERSON_ES}\b`,
  String.raw`\b(?:quiero|quisiera|necesito|prefiero|busco|deme|dame)(?: a)? (?:una? )?(?:persona(?: real| humana)?|humano|ser humano|operador[a]?|recepcionista|agente humano)\b`,
  String.raw`^(?:una? )?(?:persona(?: real| humana)?|humano|operador[a]?|recepcionista|agente humano)(?: por favor| ya)*$`,
].map((source) => new RegExp(source));

const REFUSALS = [
  /\b(?:do not|don t|dont|never|no need to|not|rather not|without) (?:\w+ ){0,3}(?:talk|speak|chat|want|need|connect|transfer|get|prefer|pass)/,
  /\b(?:no|sin|nunca|tampoco) (?:\w+ ){0,3}(?:hablar|quiero|quisiera|necesito|prefiero|pase|pasar|transfier|conect|comuni|contactar|atiend)/,
];

const plain = (text: string) => text.slice(0, 2_000).toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');

function clauses(text: string): string[] {
  return text
    .split(/[.,;:!?¡¿\n]+|\bbut\b|\bpero\b|\bsino\b/u)
    .map((clause) => clause.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim())
    .filter((clause) => clause !== '');
}
