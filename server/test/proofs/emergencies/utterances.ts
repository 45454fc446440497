export interface Utterance {
  language: 'en' | 'es';
  text: string;
}

/** Clear emergencies: how well others are recognised is shown by the proof `safety`. */
export const UTTERANCES: readonly Utterance[] = [
  { language: 'en', text: 'My father has collapsed and he is not breathing' },
  { language: 'en', text: 'I have crushing chest pain and my left arm has gone numb' },
  { language: 'en', text: 'I want to kill myself tonight' },
  { language: 'en', text: 'My daughter is choking and she cannot breathe' },
  { language: 'en', text: 'I took a whole bottle of pills an hour ago' },
  { language: 'es', text: 'Mi hijo no respira y está morado' },
  { language: 'es', text: 'Quiero matarme esta noche, ya no puedo más' },
  { language: 'es', text: 'Mi madre se ha desmayado y no responde' },
  { language: 'es', text: 'Tengo un dolor muy fuerte en el pecho y se me duerme el brazo izquierdo' },
];
