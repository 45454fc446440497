/**
 * Whom to call, by country. Each number stands with the page that says it and the day on which it was looked up there; a tenant can put
 * its own in their place. A number is only here when a page was found that says it for the whole country, or nearly. A line for who
 * thinks of ending their life is only here when it answers day and night, because the text says that one can talk to somebody now.
 */
export interface EmergencyNumbers {
  /** Ambulance, or the one number for everything. */
  emergency: string;
  /** Somebody to talk to for who thinks of ending their life. */
  crisis?: { phone: string; name: { en: string; es: string } };
  source: string;
}

interface Row {
  country: string;
  emergency: string;
  /** Who says so, and where. */
  page: string;
  crisis?: { phone: string; en: string; es?: string; page: string };
  checked: string;
}

/** The emergency number of the European Union works in all of its states, also without credit, and in IS, LI, NO and CH. */
const EUROPEAN = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IT LV LT LU MT NL PL PT RO SK SI SE IS LI NO CH'.split(' ');
const EUROPE =
  'European Commission, COM(2020) 808: https://www.eumonitor.eu/9353000/1/j9vvik7m1c3gyxp/vlgrm2gr6wwb; Latvian fire and rescue service (also IS, LI, NO, CH): https://vugd.gov.lv/en/single-emergency-call-number-112-europe';

/**
 * Not here, so that no number is named that may be wrong: BO (168 is the national number by norm, and in 2025 answered in five of nine
 * departments; La Paz has 167, El Alto 161), GQ (no page found), KE (a national number was being set up in 2026), NG (112 does not
 * answer in all states), and Barbados, Belize and Guyana (no page of today found for the ambulance).
 */
const ROWS: Row[] = [
  ...EUROPEAN.map((country): Row => ({ country, emergency: '112', page: EUROPE, checked: '2026-11-20' })),
  {
    country: 'ES',
    emergency: '112',
    page: EUROPE,
    crisis: {
      phone: '024',
      en: 'Line 024 (suicidal thoughts)',
      es: 'Línea 024 de atención a la conducta suicida',
      page: 'Ministerio de Sanidad, in RTVE: https://www.rtve.es/noticias/20220509/sanidad-presenta-telefono-prevencion-suicidio/2347183.shtml; still so in Faro de Vigo, October 2025: https://www.farodevigo.es/galicia/2025/10/11/medio-millar-gallegos-mes-024-linea-suicidio-122499662.html',
    },
    checked: '2026-11-20',
  },
  {
    country: 'AD',
    emergency: '112',
    page: 'Wikipedia: https://es.wikipedia.org/wiki/112_(teléfono)',
    crisis: {
      phone: '177',
      en: 'Green line 177',
      es: 'Línea Verde 177',
      page: 'Ministeri de Salut, in La Veu Lliure, September 2025: https://www.laveulliure.ad/ca/articulo/mes-de-la-meitat-de-les-trucades-del-telefon-de-prevencio-del-suicidi-son-dones-adultes',
    },
    checked: '2026-11-20',
  },
  {
    country: 'US',
    emergency: '911',
    page: 'Wikipedia: https://en.wikipedia.org/wiki/911_(emergency_telephone_number)',
    crisis: {
      phone: '988',
      en: '988 Suicide & Crisis Lifeline',
      es: 'Línea 988 de Prevención del Suicidio y Crisis',
      page: 'Federal Communications Commission: https://www.fcc.gov/988-suicide-and-crisis-lifeline',
    },
    checked: '2026-11-20',
  },
  {
    country: 'PR',
    emergency: '911',
    page: 'Departamento de Seguridad Pública, in Primera Hora: https://primerahora.com/noticias/puerto-rico/notas/ya-se-puede-llamar-al-9-1-1',
    crisis: {
      phone: '988',
      en: '988 Suicide & Crisis Lifeline',
      es: 'Línea 988',
      page: 'ASSMCA, in WIAC: https://wiac740.com/index.php/2022/07/12/assmca-anuncia-nueva-linea-telefonica-para-que-ciudadanos-reciban-servicios-de-emergencias-en-salud-mental',
    },
    checked: '2026-11-20',
  },
  {
    country: 'CA',
    emergency: '911',
    page: 'Mental Health Commission of Canada: https://mentalhealthcommission.ca/catalyst/988-launches-in-canada/; CRTC: https://crtc.gc.ca/eng/archive/2018/2018-188.htm',
    crisis: {
      phone: '988',
      en: '988 Suicide Crisis Helpline',
      page: 'Government of Canada: https://www.newswire.ca/news-releases/government-of-canada-launches-three-digit-suicide-crisis-helpline-896472116.html',
    },
    checked: '2026-11-20',
  },
  {
    country: 'GB',
    emergency: '999',
    page: 'NHS, South Western Ambulance Service: https://www.swast.nhs.uk/when-to-call-999; Northern Ireland Ambulance Service: https://nias.hscni.net/calling-999/when-to-call',
    crisis: {
      phone: '116 123',
      en: 'Samaritans',
      es: 'Samaritans, apoyo emocional',
      page: 'Samaritans, free at any hour in all of the United Kingdom: https://www.samaritans.org/news/samaritans-in-northern-ireland-answer-one-million-calls-during-10-years-of-freephone',
    },
    checked: '2026-11-20',
  },
  {
    country: 'IE',
    emergency: '112',
    page: 'Health Service Executive: https://www2.hse.ie/emergencies/when-to-call-112-or-999/',
    crisis: {
      phone: '116 123',
      en: 'Samaritans',
      page: 'Minister for Health, to the Dáil: https://www.oireachtas.ie/en/debates/question/2013-12-10/505/; Irish Examiner: https://www.irishexaminer.com/breakingnews/ireland/samaritans-answer-29m-calls-since-2014-charity-to-play-crucial-role-in-new-mental-help-phone-service-914684.html',
    },
    checked: '2026-11-20',
  },
  {
    country: 'MX',
    emergency: '911',
    page: 'Gobierno de México: https://www.gob.mx/policiafederal/articulos/088-911-responder-ante-cualquier-llamado',
    crisis: {
      phone: '800 911 2000',
      en: 'Línea de la Vida',
      page: 'Conasama, in El Universal, December 2025: https://www.eluniversal.com.mx/nacion/promueven-la-linea-de-la-vida-tras-presentar-encuesta-sobre-consumo-de-drogas-asi-puedes-pedir-ayuda/',
    },
    checked: '2026-11-20',
  },
  {
    country: 'AR',
    emergency: '107',
    page: 'Municipio of Mar del Plata, in El Marplatense, January 2026: https://www.elmarplatense.com/aumentaron-un-12-las-salidas-del-same-mas-de-11000-intervenciones-durante-2025; Tucumán, in La Gaceta, September 2025: https://www.lagaceta.com.ar/nota/1102321/lg-play/nunca-hay-minimizar-pedidos-ayuda-especialista-explico-como-funciona-linea-asistencia-al-suicidio.html (where it does not answer, 911 does)',
    crisis: {
      phone: '0800 999 0091',
      en: 'Mental health line',
      es: 'Línea de salud mental',
      page: 'Ministerio de Salud, in CBA24N: https://www.cba24n.com.ar/sociedad/se-habilito-linea-telefonica-nacional-y-gratuita-para-urgencias-de-salud-mental_a631b4db37e12b42cd076b8cf; still so in La Posta Comodorense, September 2025: https://lapostacomodorense.com.ar/2025/09/03/septiembre-mes-de-la-prevencion-del-suicidio-la-importancia-de-escuchar-acompanar-y-abrazar/',
    },
    checked: '2026-11-20',
  },
  {
    country: 'CO',
    emergency: '123',
    page: 'Función Pública, in W Radio: https://wradio.com.co/2023/08/25/numero-para-llamar-a-emergencias-es-el-mismo-en-toda-colombia/',
    crisis: {
      phone: '106',
      en: 'Line 106',
      es: 'Línea 106',
      page: 'Bogotá: http://www.bogota.gov.co/servicios/guia-de-tramites-y-servicios/linea-106; for the whole country in Semana: https://www.semana.com/nacion/articulo/se-siente-solo-llame-a-estas-lineas-para-recibir-atencion-sobre-salud-mental/202644/',
    },
    checked: '2026-11-20',
  },
  {
    country: 'CL',
    emergency: '131',
    page: 'SAMU Magallanes, in Radio Polar, December 2025: https://www.radiopolar.com/samu-magallanes-refuerza-llamado-prevencion-responsable-131-ano; SAMU Maule: https://elmauleinforma.cl/?p=67393',
    crisis: {
      phone: '*4141',
      en: 'Line *4141',
      es: 'Línea *4141, No estás solo, no estás sola',
      page: 'Ministerio de Salud, in La Tercera, October 2025: https://www.latercera.com/nacional/noticia/fono-4141-de-prevencion-del-suicidio-mas-de-227000-llamadas-atendidas-en-tres-anos/',
    },
    checked: '2026-11-20',
  },
  {
    // 911 is to take the place of 106 when its centre opens, announced for the end of 2026.
    country: 'PE',
    emergency: '106',
    page: 'Ministerio de Salud, in El Comercio, December 2025: https://elcomercio.pe/lima/sucesos/minsa-desplegara-28-ambulancias-y-mas-de-400-profesionales-durante-navidad-y-ano-nuevo-en-lima-ultimas-noticia/',
    crisis: {
      phone: '113',
      en: 'Line 113, option 5',
      es: 'Línea 113, opción 5',
      page: 'Ministerio de Salud, in Panamericana, January 2026: https://panamericana.pe/locales/463414-dia-depresion-linea-113-brinda-orientacion-apoyo-psicologico-gratuito-24-horas-dia',
    },
    checked: '2026-11-20',
  },
  {
    country: 'EC',
    emergency: '911',
    page: 'ECU 911: https://www.ecu911.gob.ec/uso-adecuado-del-9-1-1-permite-optimizar-recursos-de-primera-respuesta-para-solventar-la-emergencia-sanitaria-nacional/',
    crisis: {
      phone: '171',
      en: 'Line 171, option 6',
      es: 'Línea 171, opción 6',
      page: 'Ministerio de Salud Pública, in Expreso, February 2026: https://www.expreso.ec/buenavida/el-pacto-nacional-por-la-salud-mental-5-servicios-gratuitos-en-ecuador-274020.html',
    },
    checked: '2026-11-20',
  },
  {
    country: 'UY',
    emergency: '911',
    page: 'Ministerio del Interior: https://www.gub.uy/ministerio-interior/comunicacion/calendario-actividades/puesta-funcionamiento-del-primer-totem-9-1-1-del-pais; it calls the ambulance: https://www.montevideo.com.uy/Noticias/EL-911-SERIA-TELEFONO-DE-EMERGENCIAS-uc1005',
    crisis: {
      phone: '0800 0767',
      en: 'Line of life',
      es: 'Línea de vida',
      page: 'ASSE, in Montevideo Portal: https://www.montevideo.com.uy/Noticias/-No-estas-solo--la-campana-de-ASSE-por-el-Dia-Nacional-de-Prevencion-del-Suicidio-uc792344; day and night: https://www.subrayado.com.uy/cada-tres-dias-un-adolescente-se-suicida-uruguay-n648093',
    },
    checked: '2026-11-20',
  },
  {
    country: 'PY',
    emergency: '141',
    page: 'Ministerio de Salud: https://portal.mspbs.gov.py/operativocaacupe-ante-emergencias-llamar-al-141/; still so in RDN, January 2026: https://www.rdn.com.py/2026/01/22/emergencias-cuando-llamar-al-911-132-o-141/amp',
    crisis: {
      phone: '155',
      en: 'Line 155',
      es: 'Línea 155 Te Escucha',
      page: 'Ministerio de Salud, in ABC Color, August 2025: https://www.abc.com.py/nacionales/2025/08/24/salud-mental-en-alerta-roja-mas-de-840-llamadas-al-155-en-un-mes/; day and night: https://www.rdn.com.py/2025/08/14/agosto-registra-53-pedidos-de-ayuda-por-crisis-emocionales',
    },
    checked: '2026-11-20',
  },
  { country: 'VE', emergency: '911', page: 'VEN 9-1-1: https://ven911.gob.ve/?p=426', checked: '2026-11-20' },
  {
    // The line Aquí Estoy, 800 273 7869, has hours, and so is not here.
    country: 'CR',
    emergency: '911',
    page: 'Ministerio de Salud, in Delfino: https://delfino.cr/2022/11/ministerio-de-salud-cierra-despacho-de-apoyo-psicologico-para-personas-con-ideacion-suicida',
    checked: '2026-11-20',
  },
  {
    country: 'PA',
    emergency: '911',
    page: 'Ministerio de Seguridad Pública: https://www.minseg.gob.pa/2024/07/sume-911-respuesta-inmediata-para-salvar-vidas/',
    crisis: {
      phone: '147',
      en: 'Line 147',
      es: 'Línea 147',
      page: 'MIDES, in Telemetro, September 2025: https://www.telemetro.com/nacionales/necesitas-ayuda-linea-147-del-mides-no-estas-solo-n6053730',
    },
    checked: '2026-11-20',
  },
  {
    country: 'GT',
    emergency: '122',
    page: 'CONRED: https://conred.gob.gt/albergues-brindan-atencion-a-la-poblacion-ante-la-epoca-fria/; still so in Emisoras Unidas, December 2025: https://emisorasunidas.com/nacional/2025/12/24/guia-de-numeros-de-emergencia-por-celebraciones-de-fin-de-ano/',
    checked: '2026-11-20',
  },
  {
    country: 'HN',
    emergency: '911',
    page: 'Sistema Nacional de Emergencias, in Proceso Digital, February 2026: https://proceso.hn/sistema-911-afirma-que-mantiene-operatividad-y-que-sigue-verificando-contratos/',
    checked: '2026-11-20',
  },
  {
    country: 'SV',
    emergency: '132',
    page: 'Presidencia: https://www.presidencia.gob.sv/sistema-integrado-de-salud-permanece-en-guardia-ante-alerta-roja-decretada-en-28-municipios-por-lluvias/',
    checked: '2026-11-20',
  },
  {
    country: 'NI',
    emergency: '128',
    page: 'Cruz Blanca, in Barricada: https://diariobarricada.com/nacionales/cruz-blanca-fortalece-la-atencion-de-emergencias-durante-temporada-de-verano',
    checked: '2026-11-20',
  },
  {
    // The line 811 was announced in February 2026; that it answers at night was not found, and so it is not here.
    country: 'DO',
    emergency: '911',
    page: 'Ministerio de la Presidencia, in Listín Diario, February 2026: https://listindiario.com/la-republica/gobierno/20260226/gobierno-pone-funcionamiento-sistema-9-1-1-constanza-jima-abajo_895606.html',
    checked: '2026-11-20',
  },
  {
    country: 'CU',
    emergency: '104',
    page: 'SIUM, in Escambray: http://www.escambray.cu/2018/llamadas-de-vida-o-muerte/',
    crisis: {
      phone: '103',
      en: 'Line 103',
      es: 'Línea 103',
      page: 'Ministerio de Salud Pública, in Juventud Rebelde: https://juventudrebelde.cu/index.php/cuba/2020-09-03/una-linea-de-orientacion-y-apoyo-sicologico; Radio Cadena Agramonte: https://www.cadenagramonte.cu/?p=33205',
    },
    checked: '2026-11-20',
  },
  {
    country: 'AU',
    emergency: '000',
    page: 'South Australian Country Fire Service: https://cfs.sa.gov.au/warnings-and-incidents/call-triple-zero-in-an-emergency/; Queensland Ambulance Service: https://ambulance.qld.gov.au/calling-an-ambulance',
    crisis: {
      phone: '13 11 14',
      en: 'Lifeline',
      page: 'NSW Health: http://www.cclhd.health.nsw.gov.au/Pages/Where-to-go-if-you-are-hurt-or-sick.aspx',
    },
    checked: '2026-11-20',
  },
  {
    country: 'NZ',
    emergency: '111',
    page: 'New Zealand Government: https://www.govt.nz/browse/crime-and-justice/crimes-and-emergencies/111-emergency-service/',
    crisis: {
      phone: '1737',
      en: '1737, need to talk?',
      page: 'Minister of Health: http://www.scoop.co.nz/stories/PA1706/S00527/single-phone-number-to-access-support-services.htm; still so in NZ Families, December 2025: https://nzfamilies.org.nz/?p=1578',
    },
    checked: '2026-11-20',
  },
  {
    country: 'ZA',
    emergency: '112',
    page: 'StatusCheck, 2026: https://statuscheck.co.za/?p=14569 (from mobile phones; 10177 is the ambulance)',
    crisis: {
      phone: '0800 567 567',
      en: 'SADAG suicide crisis line',
      es: 'SADAG, línea de crisis',
      page: 'SADAG, in EWN: https://ewn.co.za/2019/09/11/sadag-receiving-more-calls-to-do-talks-on-suicide-at-primary-schools; day and night, November 2025: https://news.backabuddy.co.za/2025/11/04/mens-mental-health-month',
    },
    checked: '2026-11-20',
  },
  {
    country: 'IN',
    emergency: '112',
    page: 'Ministry of Home Affairs, in NDTV: https://www.ndtv.com/india-news/112-india-all-in-one-emergency-helpline-number-to-be-launched-today-1995582; still so in Lokmat Times, December 2025: https://www.lokmattimes.com/technology/over-29-lakh-phone-calls-handled-by-tele-manas-cells-savitri-thakur-2/',
    crisis: {
      phone: '14416',
      en: 'Tele MANAS',
      page: 'Ministry of Health, April 2025: https://menafn.com/1109390520/Over-Rs-230-Cr-Allocated-For-National-Tele-Mental-Health-Programme-Since-2022-Centre',
    },
    checked: '2026-11-20',
  },
  {
    country: 'SG',
    emergency: '995',
    page: 'Singapore Civil Defence Force: https://www.scdf.gov.sg/home/about-us/information/scdf-emergency-medical-services',
    crisis: {
      phone: '1767',
      en: 'Samaritans of Singapore',
      page: 'CNA, July 2025: https://www.daily8.com/en/hashtag/SamaritansOfSingapore',
    },
    checked: '2026-11-20',
  },
  {
    country: 'PH',
    emergency: '911',
    page: 'Department of the Interior and Local Government, in Daily Tribune, December 2025: https://tribune.net.ph/2025/12/16/unified-911-saves-lives-in-mental-health-crises',
    crisis: {
      phone: '0917 899 8727',
      en: 'NCMH crisis hotline',
      es: 'NCMH, línea de crisis',
      page: 'Department of Health: https://doh.gov.ph/press-release/launch-of-the-ncmh-crisis-hotline/',
    },
    checked: '2026-11-20',
  },
  {
    country: 'GH',
    emergency: '112',
    page: 'The President, in Graphic: https://www.graphic.com.gh/news/general-news/avoid-emergency-prank-calls-akufo-addo-says-as-he-distributes-307-ambulances.html',
    checked: '2026-11-20',
  },
  {
    country: 'JM',
    emergency: '110',
    page: 'Ministry of Local Government: https://www.localgovjamaica.gov.jm/jfb-official-encourages-persons-to-call-emergency-numbers/',
    crisis: {
      phone: '888 639 5433',
      en: 'Suicide prevention helpline, 888-NEW-LIFE',
      es: 'Línea de prevención del suicidio, 888-NEW-LIFE',
      page: 'Jamaica Information Service: https://jis.gov.jm/information/get-the-facts/goj-support-for-the-mentally-ill-in-crisis-situations/; day and night, September 2025: https://wp.caribscopeonline.com/2025/09/30/distress-calls',
    },
    checked: '2026-11-20',
  },
  {
    country: 'TT',
    emergency: '811',
    page: 'Government of Trinidad and Tobago, ttconnect: http://www.ttconnect.gov.tt (Accessing Healthcare and Emergency Medical Services)',
    crisis: {
      phone: '800 2673',
      en: 'Suicide prevention hotline, 800-COPE',
      es: 'Línea de prevención del suicidio, 800-COPE',
      page: 'Ministry of Social Development, in Newsday: https://newsday.co.tt/2023/06/16/national-suicide-prevention-hotline-launched; day and night: https://izzso.com/msdfs-launches-new-24-hour-suicide-prevention-hotline/',
    },
    checked: '2026-11-20',
  },
];

const BY_COUNTRY = new Map(
  ROWS.map(({ country, emergency, page, crisis, checked }): [string, EmergencyNumbers] => [
    country,
    {
      emergency,
      ...(crisis ? { crisis: { phone: crisis.phone, name: { en: crisis.en, es: crisis.es ?? crisis.en } } } : {}),
      source: `${[page, ...(crisis ? [crisis.page] : [])].join('; ')} (checked ${checked})`,
    },
  ]),
);

/** Undefined where the country is not known: then the text says to call the local number, and names none that may be wrong. */
export const emergencyNumbersOf = (country: string | null | undefined): EmergencyNumbers | undefined =>
  country ? BY_COUNTRY.get(country.toUpperCase()) : undefined;
