import type { WidgetTheme } from '@foyer/contracts/widget-theme.ts';

/** How the widget looks on the demo clinic's site. */
export const DEMO_THEME: WidgetTheme = {
  title: 'Harbour Heart Clinic',
  subtitle: 'English, español',
  primaryColor: '#0f5c63',
  colorScheme: 'auto',
  radius: 18,
  position: 'bottom-right',
  launcher: { icon: 'heart' },
  logoUrl: '/demo/mark.svg',
  suggestions: {
    en: [
      'Where can I park?',
      'What is TAVI?',
      'Do I stop my blood thinner before the operation?',
      'I would like to answer the questions before my operation.',
    ],
    es: [
      '¿Dónde puedo estacionar?',
      '¿Qué es una TAVI?',
      '¿Dejo el anticoagulante antes de la operación?',
      'Quiero responder las preguntas antes de mi operación.',
    ],
  },
  satisfaction: true,
};
