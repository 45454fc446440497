const SPANISH =
  /\b(?:el|los|las|una|que|de|del|por|para|con|y|es|esta|estoy|tengo|tiene|mi|mis|su|se|lo|le|pero|muy|como|desde|hace|anos|dias|si|soy|ya|ella|al|nada|gracias|hola|buenas|cuando|donde|cuanto|usted|quiero|porque|tambien|sin|yo|dolor|todo)\b/g;
const ENGLISH =
  /\b(?:the|and|is|are|i|i'm|i've|my|you|your|it|it's|of|to|for|with|that|was|have|has|had|she|her|his|they|we|not|don't|this|but|about|since|from|what|how|yes|yeah|please|any|been|do|did|there|just|would)\b/g;

/** Whether a stretch of folded text is Spanish; where it does not tell, the conversation's language. */
export function isSpanishText(folded: string, language: string): boolean {
  const spanish = folded.match(SPANISH)?.length ?? 0;
  const english = folded.match(ENGLISH)?.length ?? 0;
  return spanish === english ? language.toLowerCase().startsWith('es') : spanish > english;
}
