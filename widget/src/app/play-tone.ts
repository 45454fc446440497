const NOTES_HZ = [660, 880];
const NOTE_SECONDS = 0.12;
const LOUDNESS = 0.08;

/** Two soft notes. Where the browser does not let a page be heard before the visitor has touched it, nothing is. */
export function playTone(): void {
  if (!navigator.userActivation?.hasBeenActive) return;
  const context = new AudioContext();
  const gain = context.createGain();
  gain.connect(context.destination);
  const begin = context.currentTime;
  NOTES_HZ.forEach((frequency, index) => {
    const note = context.createOscillator();
    note.frequency.value = frequency;
    note.connect(gain);
    note.start(begin + index * NOTE_SECONDS);
    note.stop(begin + (index + 1) * NOTE_SECONDS);
    if (index === NOTES_HZ.length - 1) note.onended = () => context.close();
  });
  gain.gain.setValueAtTime(LOUDNESS, begin);
  gain.gain.linearRampToValueAtTime(0, begin + NOTES_HZ.length * NOTE_SECONDS);
}
