/** Whom to call, by country. Sources are named with each; numbers change rarely, and a tenant can put its own in their place. */
export interface EmergencyNumbers {
  /** Ambulance, or the one number for everything. */
  emergency: string;
  /** Somebody to talk to for who thinks of ending their life. */
  crisis?: { phone: string; name: { en: string; es: string } };
  source: string;
}

const line = (phone: string, en: string, es = en) => ({ phone, name: { en, es } });

/** The emergency number of the European Union works in all of its states, also without credit. */
const EUROPE: EmergencyNumbers = { emergency: '112', source: 'European Commission: 112' };
const EUROPEAN = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI SE IS LI NO CH'.split(' ');

const BY_COUNTRY = new Map<string, EmergencyNumbers>([
  ...EUROPEAN.map((country): [string, EmergencyNumbers] => [country, EUROPE]),
  [
    'US',
    {
      emergency: '911',
      crisis: line('988', '988 Suicide & Crisis Lifeline', 'Línea 988 de Prevención del Suicidio y Crisis'),
      source: '911.gov; 988lifeline.org',
    },
  ],
  ['PR', { emergency: '911', crisis: line('988', '988 Suicide & Crisis Lifeline', 'Línea 988'), source: '911.gov; 988lifeline.org' }],
  ['CA', { emergency: '911', crisis: line('988', '988 Suicide Crisis Helpline'), source: '988.ca' }],
  ['GB', { emergency: '999', crisis: line('111', 'NHS 111, mental health option', 'NHS 111, salud mental'), source: 'nhs.uk' }],
  [
    'ES',
    {
      emergency: '112',
      crisis: line('024', 'Line 024 (suicidal thoughts)', 'Línea 024 de atención a la conducta suicida'),
      source: 'sanidad.gob.es',
    },
  ],
  ['MX', { emergency: '911', crisis: line('800 911 2000', 'Línea de la Vida'), source: 'gob.mx' }],
  ['AR', { emergency: '107', crisis: line('0800 999 0091', 'Mental health line', 'Línea de salud mental'), source: 'argentina.gob.ar' }],
  ['CO', { emergency: '123', crisis: line('106', 'Line 106', 'Línea 106'), source: 'minsalud.gov.co' }],
  ['CL', { emergency: '131', crisis: line('*4141', 'Line *4141', 'Línea *4141, No estás solo, no estás sola'), source: 'minsal.cl' }],
  ['PE', { emergency: '106', crisis: line('113', 'Line 113, option 5', 'Línea 113, opción 5'), source: 'gob.pe' }],
  ['EC', { emergency: '911', source: 'ecu911.gob.ec' }],
  ['UY', { emergency: '911', crisis: line('0800 0767', 'Line of life', 'Línea de vida'), source: 'gub.uy' }],
  ['BO', { emergency: '118', source: 'Ministry of Health of Bolivia' }],
  ['PY', { emergency: '141', source: 'mspbs.gov.py' }],
  ['VE', { emergency: '911', source: 'VEN 911' }],
  ['CR', { emergency: '911', source: '911.go.cr' }],
  ['PA', { emergency: '911', source: 'SUME 911' }],
  ['GT', { emergency: '122', source: 'Bomberos Voluntarios de Guatemala' }],
  ['HN', { emergency: '911', source: '911.gob.hn' }],
  ['SV', { emergency: '911', source: 'pnc.gob.sv' }],
  ['NI', { emergency: '118', source: 'Nicaraguan Red Cross' }],
  ['DO', { emergency: '911', source: '911.gob.do' }],
  ['CU', { emergency: '104', source: 'Ministry of Health of Cuba' }],
  ['AU', { emergency: '000', crisis: line('13 11 14', 'Lifeline'), source: 'triplezero.gov.au; lifeline.org.au' }],
  ['NZ', { emergency: '111', crisis: line('1737', '1737, need to talk?'), source: 'govt.nz; 1737.org.nz' }],
]);

/** Undefined where the country is not known: then the text says to call the local number, and names none that may be wrong. */
export const emergencyNumbersOf = (country: string | null | undefined): EmergencyNumbers | undefined =>
  country ? BY_COUNTRY.get(country.toUpperCase()) : undefined;
