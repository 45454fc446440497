/** How people put it who do not know what it is called. */
export const COLLOQUIAL = `
interpreter, translate, language, speak english, my english, do not speak, don't speak, understand | intérprete, traducir, no hablo, no sé inglés, hablo poco, entiendo, explique
ran out, run out, out of pills, almost out, last pill, refill, renew | se me acabó, se acabaron, se me terminó, me quedan, resurtir, renovar
walker, cane, crutches, trouble walking, cannot walk, bad knees, wheelchair, accessible | bastón, muletas, andador, andadera, camina mal, no puede caminar, silla de ruedas
toddler, little one, infant, grandchild, child | chiquito, chiquita, pequeño, bebé, nieto, niño
perfume, scent, fragrance, smell | perfume, fragancia, olor
excuse, absence, absent, proof, note, letter, employer | justificante, constancia, ausencia, comprobante, patrón
file, chart, paperwork, records, previous doctor, another doctor, transfer, send over | expediente, otro médico, trasladar, historial, registros
amend, correct, fix, wrong, mistake, incorrect | corregir, enmendar, error, equivocado
claustrophobia, claustrophobic, closed in, tight space, tube, mri | claustrofobia, encierro, encerrado, tubo, resonancia
needle, needles, prick, poke, stick, draw, blood | aguja, piquete, pinchazo, sacar sangre, extracción, sangre
pulse, heartbeat, racing, flutter, skips, palpitations, rhythm | pulso, latido, acelerado, brinca, palpitaciones, ritmo
wet, get wet, shower, bath, swim | mojar, mojarse, ducha, bañarse, nadar
beep, beeping, beeps, buzz, vibrates, alarm, alert | pita, suena, vibra, alarma, aviso
zap, jolt, shock, jump start | descarga, toque, choque
chores, housework, vacuum, mow, gardening, sweep, lift, activity | quehacer, barrer, trapear, jardín, aspirar, actividad, cargar
golf, dance, dancing, jog, run, bike, exercise, activity | bailar, golf, correr, trotar, ejercicio, actividad
canned, chips, soup, takeout, fast food, pickles, snacks, salt, sodium | enlatado, papitas, sopa, comida rápida, botana, salado, sal
spinach, greens, kale, grapefruit, leafy | espinaca, verduras, toronja, pomelo, hoja verde
missed, skipped, forgot, forget, dose | olvidé, se me olvidó, salté, dosis
nosebleed, gums, bleeding, bruises | nariz, encías, sangrado, moretones
guinea pig, test subject, try out, experimental, research, study | conejillo, experimental, investigación, estudio
spare time, lend a hand, pitch in, give back, volunteer | tiempo libre, echar la mano, ayudar, voluntario
stolen, stole, theft, thief, security | robado, robaron, ladrón, seguridad
umbrella, scarf, coat, jacket, hat, purse, wallet, bag, left behind, lost | paraguas, bufanda, abrigo, chamarra, cartera, bolsa, sombrero, perdido
link, freeze, frozen, camera, microphone, screen, video | enlace, se congela, cámara, micrófono, pantalla, video
childcare, daycare, babysit, watch my kid, child | guardería, cuidar, quién cuide, niño
drop off, drop me, curb, entrance | dejar en la puerta, banqueta, entrada
ticket, validate, stamp, parking | boleto, sellar, estacionamiento
hungry, bite, lunch, snack, grab something, cafeteria | hambre, bocado, almorzar, lonche, comer algo, cafetería
beer, wine, booze, drink, glass of wine, alcohol | trago, copa, cerveza, vino, alcohol
scared, afraid, nervous, worried, anxious, frightened, support | miedo, nervioso, asustado, preocupado, angustia, ansiedad, apoyo
sad, depressed, feeling down, low mood, lonely, support, counselor | triste, deprimido, decaído, desanimado, apoyo, consejero
hotel, motel, somewhere to sleep, place to sleep, spend the night, lodging | hotel, dónde dormir, pasar la noche, quedarse, hospedaje
mortgage, rent, tight, struggling, laid off, unemployed, lost my job, afford, assistance | renta, sin trabajo, desempleado, apretado, corrido, no me alcanza, ayuda
credit score, collections, debt, owe, bill | cobranza, deuda, deber, cuenta
quote, ballpark, what will it run me, out of pocket, estimate | presupuesto, de mi bolsa, estimado, cuánto me va a salir
second bill, charged twice, double, two bills, separate | dos cuentas, doble cobro, dos veces, separado
boss, manager, in charge, supervisor, complaint | encargado, jefe, gerente, responsable, queja
attitude, yelled, treated badly, insult, disrespect, rude, complaint | gritó, trato, mal trato, insulto, falta de respeto, grosero, queja
snooping, who sees, secret, spy, privacy, confidential | chisme, quién ve, secreto, privacidad, confidencial
visa, papers, legal status, deport, immigration | migra, deportar, papeles, migratorio
stairs, steps, elevator, upstairs | escalera, escalones, subir, elevador
map, lost on the way, how to find, directions, get there | cómo llego, perdido, mapa, llegar, dirección
snowstorm, storm, hurricane, bad weather, snow day, closed | tormenta, huracán, nevada, mal tiempo, cerrado
lunch break, noon, midday | mediodía, hora de comida
human, real person, live person, somebody, operator | persona, humano, alguien, operadora
fill in, answer questions, clipboard, forms, paperwork | llenar, formulario, hojas, papeleo
get to know, first time, never been, new patient, first visit | nunca he ido, primera vez, nuevo, primera visita
moved, new address, new number, changed my number, update | me mudé, nueva dirección, cambié de número, actualizar
married, maiden name, new last name, changed my name, update | me casé, apellido, cambio de nombre, actualizar
pay later, little by little, bit by bit, spread, monthly, payment plan | poco a poco, de a poquito, pagos, abonos, mensualidades, plan de pagos
bone, hip, knee, metal, screws | hueso, cadera, rodilla, metal, tornillos
throw up, nausea, sick, vomit | vómito, náusea, asco
groggy, drowsy, sleepy, woozy, sedation | mareado, atontado, adormilado, sedación
dinner, supper, breakfast, meal, eat | cena, desayuno, comida, comer, cenar
goodbye, discharge, leave, going home, released | salida, alta, irse, dar de alta
gown, underwear, bra, outfit, clothes, wear | bata, ropa interior, brasier, ropa, ponerme
tattoo, piercing, earrings, jewelry | tatuaje, perforación, aretes, joyas
phone, tablet, laptop, charger, electronics | celular, tableta, cargador, computadora
clan, whole family, crowd, group, how many people, visitors | toda la familia, bola, cuántas personas, visitas
kiss, hug, flu, cough, cold, sick, mask | beso, abrazo, gripa, tos, resfriado, enfermo, cubrebocas
`;
