/** How people speak of time, places and things that any business has to do with. */
export const EVERYDAY = `
long, how long, duration, last, lasts, take, takes, time, minutes, hours, block out | cuánto dura, cuánto tiempo, durar, dura, duración, tarda, tiempo, minutos, horas, tardar
when, what day, which day, date | cuándo, qué día, fecha
often, how often, frequency, how many times, times | cuántas veces, frecuencia, seguido, cada cuánto, veces
many, how many, number of, amount | cuántos, cuántas, número, cantidad
today, same day, right away, immediately | hoy, mismo día, enseguida, inmediatamente, ahora
tomorrow, next day, day before, evening before, the night before | mañana, día siguiente, día anterior, víspera, un día antes
morning | mañana
afternoon, midday, noon | tarde, mediodía
week, weeks, fortnight | semana, semanas, quincena
month, months, monthly | mes, meses, mensual
year, years, annual | año, años, anual
age, years old, how old | edad, años de edad
start, begin, starts, begins, beginning | empezar, comenzar, iniciar, inicio, comienzo, empieza, comienza
end, finish, ends, over, until | terminar, acabar, fin, final, termina
stop, quit, give up | dejar, parar, detener
before, prior, ahead of, prepare, preparation, get ready | antes, previo, preparar, preparación, prepararse
after, afterwards, following, later | después, luego, posterior, tras
change, modify, update, edit, correct | cambiar, modificar, actualizar, corregir
help, assist, assistance, support | ayuda, ayudar, asistencia, apoyo, auxilio
need, require, required, must, necessary, have to | necesitar, requerir, requisito, necesario, obligatorio, hace falta
allowed, permitted, okay to | permitido, se puede
forbidden, banned, not allowed, prohibited | prohibido, no se permite
bring, fetch, take | traer, llevar
pick up, collect, pickup, fetch, collection | recoger, retirar, buscar, recolectar
ask, request, apply, application, claim | pedir, solicitar, solicitud, aplicar, tramitar
qualify, eligible, eligibility | calificar, elegible, derecho, requisitos
house, home, residence, place | casa, hogar, domicilio, vivienda
hotel, lodging, accommodation, place to stay, sleep nearby | hotel, hospedaje, alojamiento, hospedarse, dónde dormir
restaurant, cafeteria, cafe, snack, food court, lunch, vending | cafetería, restaurante, comedor, almuerzo, comida, merienda
shop, store, gift shop, buy, purchase, sell | tienda, comprar, vender, venta, compra
flowers, balloons, gift, gifts, present | flores, globos, regalo, regalos
pet, pets, dog, animal, service animal, cat | mascota, perro, animal, gato, perro guía
photo, photos, picture, camera, film, video, record | foto, fotos, cámara, grabar, filmar, fotografía
charge my phone, charger, outlet, socket | cargador, enchufe, cargar el celular
electric, electric car, charging, ev, plug | eléctrico, carga, enchufe
garbage, trash, waste, rubbish | basura, desecho, desechos
lock, locker, locked, key, keys | candado, casillero, llave, llaves, cerrar
box, container, bag | caja, bolsa, recipiente
left, right, next to, beside, near, close by, nearby | izquierda, derecha, junto, al lado, cerca
outside, outdoors, outdoor | afuera, exterior, aire libre
inside, indoors, indoor | adentro, interior, dentro
ground floor, first floor, basement | planta baja, primer piso, sótano
broken, does not work, not working, problem, trouble, fault | descompuesto, no funciona, problema, falla, roto, averiado
wrong, mistake, error, incorrect | error, equivocado, incorrecto, equivocación, mal
twice, double, duplicate, two | dos veces, doble, duplicado
different, separate, separately | diferente, distinto, separado, aparte
same, equal, identical | mismo, igual
big, large, tall, height, high | grande, alto, altura
small, little, tiny | pequeño, chico, poquito
noisy, noise, loud | ruido, ruidoso
people, persons, guests, how many people | personas, gente, invitados
man, husband, father, brother, dad | hombre, esposo, marido, padre, papá, hermano
woman, wife, mother, sister, mom, mum | mujer, esposa, señora, madre, mamá, hermana
friend, neighbor, colleague | amigo, vecino, conocido, compañero
job, work, career, vacancy, hiring, employment, apply for a job | empleo, trabajo, vacante, contratar, bolsa de trabajo
training, orientation, induction, introduction | capacitación, orientación, inducción, entrenamiento
learn, teach, instruction, instructor | aprender, enseñar, instrucción, instructor, instructora
explain, explanation, understand, meaning | explicar, explicación, entender, comprender, significar
choose, choice, option, options, pick, prefer | elegir, opción, opciones, escoger, preferir
confirm, confirmation | confirmar, confirmación
guarantee, warranty | garantía
order, orders, purchase order | pedido, orden, encargo
shipping, delivery time, courier | envío, mensajería, paquetería
return policy, exchange, swap | devoluciones, cambio, canje
size, sizes, fit | talla, tamaño, medida
color, colour, colors | color, colores
repair, fix, mend, maintenance, service | reparar, arreglar, mantenimiento, reparación, arreglo
install, installation, assembly | instalar, instalación, montaje
contract, agreement, terms | contrato, acuerdo, condiciones, términos
subscription, membership, member | suscripción, membresía, socio, miembro
gift card, voucher, coupon, promo code | tarjeta regalo, vale, cupón, código promocional
sale, offer, deal, promotion, special | oferta, promoción, rebajas, descuento
tax, vat, taxes | impuesto, iva, impuestos
manager, boss, supervisor, owner, director | gerente, encargado, jefe, supervisor, dueño, director
lawyer, attorney, legal | abogado, legal, jurídico
table, seat, seating | mesa, asiento, lugar
menu, dish, dishes, vegetarian, vegan, gluten | menú, platillo, plato, vegetariano, vegano, gluten
haircut, hair, stylist, salon | corte, cabello, estilista, peluquería, salón
massage, spa, facial | masaje, spa, facial
cleaning, clean, cleaner | limpieza, limpiar
weather, snow, rain, storm, ice | clima, nieve, lluvia, tormenta, mal tiempo
smoke-free, no smoking | libre de humo, no fumar
pregnancy, maternity, breastfeeding, nursing mothers, lactation | maternidad, lactancia, amamantar, lactario
party, birthday, celebration, event | fiesta, cumpleaños, evento, celebración
school, student, university | escuela, estudiante, universidad, colegio
weapon, gun, weapons | arma, armas, pistola
death, died, funeral, deceased | muerte, falleció, funeral, difunto, fallecimiento
living will, advance directive, power of attorney, proxy | voluntad anticipada, poder notarial, representante
translate, translated | traducido, traducir
old, used, expired | viejo, usado, vencido, caducado
expire, expiry, valid, validity, still work, good for | vencer, caducar, vigencia, válido, vigente, caduca
hot, heat, warm | calor, caliente
cold, cool, refrigerate, fridge | frío, refrigerar, refrigerador, nevera
open, public, everyone | público, abierto
limit, maximum, at once, at a time | límite, a la vez, al mismo tiempo, máximo
`;
