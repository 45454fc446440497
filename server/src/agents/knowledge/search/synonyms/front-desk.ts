/** Coming, paying, papers and talking to an office, whatever it does. */
export const FRONT_DESK = `
appointment, booking, slot, consultation, reservation | cita, turno, consulta, reserva
schedule, book, arrange, set up, make an appointment | agendar, reservar, sacar cita, pedir cita, programar, apartar
reschedule, change, move, postpone, push back, rearrange | reprogramar, cambiar, mover, aplazar, posponer, reagendar
cancel, cancellation, call off, back out | cancelar, cancelación, anular, suspender
missed, no-show, not show up, did not come, forgot | faltar, no ir, no presentarse, inasistencia, falta, ausencia, avisar
late, delay, delayed, running behind, grace | tarde, retraso, demora, tolerancia, atraso, retrasado
early, ahead, in advance, beforehand, notice | temprano, antes, anticipación, con tiempo, antelación, anticipado
wait, waiting, waiting list, queue, line | espera, esperar, lista de espera, cola, fila
soon, earliest, first available, available, availability, opening | pronto, disponible, disponibilidad, lo antes posible, primer hueco
new, first, first time, newcomer, register, registration, enroll, sign up, join | nuevo, primera, primera vez, inscribirse, registrarse, inscripción, registro, alta, apuntarse
remind, reminder, notification, alert, text message | recordatorio, aviso, recordar, notificación, mensaje
hours, open, opening hours, opening times, business hours, what time, close, closed, closing | horario, abierto, abrir, abren, hora, a qué hora, cerrar, cerrado, cierran, apertura, atender
holiday, holidays, public holiday, bank holiday, christmas, thanksgiving, new year | festivo, feriado, días festivos, navidad, año nuevo, puente
weekend, saturday, sunday | fin de semana, sábado, domingo
weekday, weekdays, business days, working days, monday to friday | entre semana, día hábil, laborable, lunes a viernes
night, overnight, midnight, after hours, late evening | noche, madrugada, medianoche, fuera de horario, nocturno
address, location, located, directions, where is, find you, get there, map | dirección, ubicación, ubicado, dónde está, dónde queda, llegar, mapa, domicilio
parking, park, garage, car park, lot, leave my car, vehicle, valet | estacionamiento, estacionar, aparcamiento, aparcar, parqueo, parquear, garaje, cochera, valet
car, vehicle, automobile, truck | coche, carro, auto, automóvil, vehículo, camioneta
motorcycle, motorbike, scooter | moto, motocicleta, motoneta
bicycle, bike, cycle | bicicleta, bici
bus, train, subway, public transport, transit, tram, metro | autobús, camión, tren, metro, transporte público, colectivo, guagua
ride, transport, transportation, van, shuttle, pick up, pick me up, lift, come and get, bring | transporte, traslado, camioneta, recoger, llevar, traer, furgoneta, acercar, pasar por
taxi, cab, uber | taxi, uber
drive, driving, behind the wheel, driver | manejar, conducir, volante, conductor, chofer
entrance, door, doors, enter, way in, lobby | entrada, puerta, acceso, entrar, vestíbulo, ingreso
elevator, lift, escalator, stairs, steps | ascensor, elevador, escaleras, escalones
floor, level, storey | piso, planta, nivel
room, suite, office | sala, cuarto, habitación, salón, consultorio, despacho
restroom, bathroom, toilet, washroom | baño, aseo, sanitario, servicio, lavabo
wheelchair, accessible, disability, disabled, handicapped, step-free, ramp, mobility | silla de ruedas, accesible, discapacidad, discapacitado, rampa, movilidad
deaf, hearing, sign language, signs, hard of hearing, hearing loop | sordo, lengua de señas, señas, audición, oye
blind, sight, low vision, large print, braille | ciego, vista, letra grande, braille
interpreter, interpret, translator, translate, translation, language, speak | intérprete, interpretar, traductor, traducir, traducción, idioma, hablar, lengua
english | inglés
spanish | español, castellano, hispano
cost, price, fee, charge, rate, how much, expensive, cheap, pay, amount | costo, coste, precio, tarifa, cobro, cobrar, cuánto cuesta, cuánto, caro, barato, pagar, vale, valor, cuota
free, free of charge, no charge, complimentary, without paying, at no cost | gratis, gratuito, sin costo, sin cargo, regalado
most, maximum, limit, at most, up to, cap | máximo, límite, tope, a lo más, hasta
least, minimum, at least | mínimo, al menos, por lo menos
pay, payment, paid, payed, payment methods | pagar, pago, abonar, abono
card, credit card, debit card, visa, mastercard | tarjeta, crédito, débito
cash, coins, bills, money, banknotes | efectivo, dinero, monedas, billetes, plata, lana
check, cheque | cheque
installments, payment plan, monthly, instalments, pay over time, bit by bit | a plazos, plan de pago, mensualidades, cuotas, abonos, poco a poco, meses
deposit, advance, upfront, down payment | depósito, anticipo, adelanto, enganche
refund, reimburse, reimbursement, money back, give back | reembolso, devolución, reintegro, devolver
discount, reduced, reduction, cheaper, sliding scale | descuento, rebaja, reducido, escala
bill, bills, billing, invoice, statement, balance, owe, charged, account | factura, cuenta, facturación, estado de cuenta, saldo, deber, adeudo, recibo
receipt, proof of payment | recibo, comprobante
estimate, quote, how much will it be | presupuesto, estimado, cotización
financial, assistance, afford, cannot pay, broke, poor, low income, hardship, charity, charity care, chip in | ayuda económica, asistencia financiera, no puedo pagar, pobre, pocos recursos, bajos ingresos, sin dinero, apoyo
insurance, insurer, insured, coverage, cover, covered, plan, policy, network, in-network, accept, accepted | seguro, aseguradora, cobertura, cubrir, cubre, póliza, plan, red, aceptar, aseguranza
uninsured, without insurance, no insurance | sin seguro, no tengo seguro
medicare, medicaid | medicare, medicaid
copay, copayment, deductible, coinsurance | copago, deducible, coaseguro
authorization, preauthorization, prior authorization, approval, approve | autorización, autorización previa, aprobación, permiso
referral, refer, referred | referencia, remisión, derivación, remitir, pase, derivar
complaint, complain, unhappy, dissatisfied, rude, moan, grievance, report, bad experience | queja, quejarse, reclamo, reclamación, inconforme, grosero, maltrato, molesto
compliment, praise, feedback, suggestion, comment | felicitar, sugerencia, opinión, comentario
lost, lose, left behind, leave behind, forgot, missing, found, lost and found, misplaced | perdido, perder, olvidar, olvidado, extraviado, encontrado, objetos perdidos, dejé
keep, kept, stored, hold, retain, retention, storage | guardar, conservar, retener, almacenar
record, records, chart, history, file, medical record | expediente, historia clínica, historial, archivo, registros
copy, copies, print, printed, printout, duplicate, photocopy | copia, copias, imprimir, impreso, fotocopia, duplicado
form, forms, paperwork, fill in, fill out, papers, documents | formulario, forma, papeles, llenar, rellenar, papeleo, documentos, planilla
letter, note, certificate, proof, in writing, paper | carta, nota, certificado, constancia, justificante, por escrito, comprobante, papel
sign, signature, signed | firmar, firma, firmado
consent, permission, allow, allowed, permitted | consentimiento, permiso, permitir, permitido, autorizar
identification, id, id card, passport, driver's license, proof of identity | identificación, identidad, pasaporte, licencia, credencial, cédula, ine, dni
privacy, private, confidential, share, shared, disclose | privacidad, privado, confidencial, compartir, divulgar
immigration, immigrant, status, papers, undocumented, citizenship | migratorio, inmigrante, migración, papeles, indocumentado, ciudadanía
phone, telephone, call, ring, number, dial | teléfono, llamar, llamada, número, telefonear, marcar
cell, mobile, cell phone, smartphone | celular, móvil
email, e-mail, mail, write | correo, email, correo electrónico, escribir, mail
online, website, web, internet, portal, app, log in, login, sign in, account | en línea, sitio, página, internet, portal, aplicación, iniciar sesión, cuenta, web
password, username, code, activation, reset, locked out | contraseña, usuario, código, clave, activación, restablecer
wifi, wi-fi, wireless, internet, network, get online, laptop, connect | wifi, inalámbrico, red, internet, conectar, conectarse, computadora
computer, laptop, tablet | computadora, ordenador, portátil, tableta
video, video visit, telehealth, telemedicine, virtual, remote, online visit, from home | video, videollamada, telemedicina, telesalud, virtual, remoto, a distancia, desde casa, videoconsulta
signal, connection, disconnect, dropped, cut off, drops, died | señal, conexión, cortar, se corta, desconectar, se cayó
text, texts, sms, message, messages | mensaje, mensajes, sms, texto, whatsapp
send, mail, post, deliver, delivery, deliveries, ship, bring, carry | enviar, envío, mandar, entregar, entrega, entregan, a domicilio, repartir, llevar
return, give back, bring back, hand in, drop off, drop box, put back | devolver, entregar, regresar, devolución, buzón
borrow, lend, loan, lent, rent, loaner | préstamo, prestar, prestado, alquilar, rentar
contact, reach, get in touch, talk to, speak to | contacto, contactar, comunicarse, hablar con
reception, receptionist, front desk, desk, check in, check-in, arrive, arrival | recepción, recepcionista, mostrador, llegar, llegada, registrarse
bring, take along, bring along, take with me, what to bring, carry | traer, llevar, traigo, llevo, cargar
security, guard, safe | seguridad, vigilante, guardia, vigilancia
`;
