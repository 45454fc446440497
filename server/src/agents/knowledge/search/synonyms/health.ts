/** Clinics and what people go there for. */
export const HEALTH = `
doctor, physician, provider, specialist, clinician, md | doctor, doctora, médico, médica, especialista, profesional, galeno
cardiologist, heart doctor | cardiólogo, cardióloga, médico del corazón
surgeon | cirujano, cirujana
nurse, nursing | enfermera, enfermero, enfermería
pharmacist, chemist | farmacéutico, farmacéutica
technician, technologist | técnico, técnica
therapist, physiotherapist, physical therapist | terapeuta, fisioterapeuta
social worker, counselor, navigator, advocate | trabajadora social, trabajador social, consejero, orientador
psychologist, psychiatrist, counseling, emotional | psicólogo, psiquiatra, terapia, emocional
dietitian, nutritionist, dietician | nutrióloga, nutricionista, dietista, nutriólogo
community health worker, health worker, promotora | promotora, promotor, trabajador comunitario
staff, team, personnel, employees, workers | personal, equipo, empleados, trabajadores
clinic, practice, center, hospital, facility | clínica, centro, hospital, consultorio, sanatorio
ward, unit, intensive care, icu, pavilion | pabellón, unidad, terapia intensiva, cuidados intensivos, uci, planta
emergency, emergencies, urgent, er, 911, ambulance | urgencia, emergencia, urgente, urgencias, ambulancia, 911
admitted, admission, inpatient, hospitalized, hospital stay, stay | internado, hospitalizado, ingreso, ingresado, internar, hospitalización, estancia
discharge, discharged, go home, sent home, going home, leave the hospital | alta, dar de alta, irse a casa, egreso, salir del hospital
operation, surgery, procedure, surgical, operated | operación, cirugía, procedimiento, operar, quirúrgico, intervención, operan
bypass, bypass surgery, cabg, open-heart, open heart, heart surgery | bypass, revascularización, corazón abierto, puente, cirugía de corazón
valve, valve replacement, valve repair | válvula, reemplazo de válvula
catheterization, catheter, cath, angiogram, angiography, cath lab | cateterismo, catéter, angiografía, coronariografía
stent, angioplasty, balloon | stent, angioplastia, balón
cardioversion, shock | cardioversión, choque
pacemaker, defibrillator, icd, implant, device, implanted device | marcapasos, desfibrilador, implante, dispositivo, aparato
battery, charge, power | batería, pila, carga
anesthesia, sedation, sedated, asleep, anaesthesia, put to sleep, numb | anestesia, sedación, sedado, dormido, anestesiar, dormir
fasting, fast, empty stomach, eat before, eat, breakfast, nothing by mouth, skip breakfast | ayuno, en ayunas, estómago vacío, comer antes, desayunar, desayuno
wound, incision, cut, scar, stitches, sutures, dressing, bandage | herida, incisión, corte, cicatriz, puntos, sutura, vendaje, curación
recover, recovery, heal, healing, get better, recuperation | recuperación, recuperarse, sanar, cicatrizar, reposo, recuperar
rehab, rehabilitation, cardiac rehab | rehabilitación, rehab
exercise, workout, physical activity, gym, walking, walk, sport | ejercicio, actividad física, gimnasio, caminar, deporte, entrenamiento
lift, lifting, carry, heavy, pick up, weight, raise | cargar, levantar, peso, pesado, alzar
drive after, driving | manejar, conducir
work, back to work, job, employer, boss, time off, sick leave | trabajo, trabajar, volver al trabajo, jefe, patrón, incapacidad, permiso, baja, encargado
sex, intimacy, sexual | sexo, relaciones, intimidad, sexual
swim, swimming, pool, bath, bathe, tub, soak, sauna, beach | nadar, alberca, piscina, bañarse, tina, remojar, playa, meterse al agua
shower, wash | ducha, ducharse, regadera, bañarse, lavar
fly, flying, flight, plane, airplane, airline, air travel | volar, vuelo, avión, aerolínea
travel, trip, vacation, cruise, abroad, holiday, journey | viaje, viajar, vacaciones, crucero, extranjero
airport, metal detector, scanner, security gate | aeropuerto, detector de metales, escáner, arco
magnet, magnetic, induction, microwave, cooker, stove | imán, magnético, inducción, microondas, estufa, parrilla
test, exam, examination, study, screening, check-up, checkup | prueba, examen, estudio, análisis, chequeo, revisión
blood test, bloodwork, lab, laboratory, blood draw, drawn, sample, specimen, labs | análisis de sangre, laboratorio, muestra, sangre, examen de sangre, extracción
blood | sangre
urine, pee | orina, pipí
result, results, findings, report | resultado, resultados, informe, reporte
x-ray, xray, radiograph, chest film, imaging, films | rayos x, radiografía, placa, imágenes
ultrasound, echo, echocardiogram, sonogram | ecocardiograma, eco, ultrasonido, ecografía
ecg, ekg, electrocardiogram | electrocardiograma, ecg, electro
mri, magnetic resonance, scan | resonancia, resonancia magnética, rm
ct, ct scan, tomography | tomografía, tac
stress test, treadmill, exercise test | prueba de esfuerzo, caminadora, cinta, esfuerzo
holter, heart monitor, recorder, monitor, gadget, device | holter, monitor, grabadora, aparato
electrode, electrodes, patch, sticker, wires | electrodo, parche, cables
heart, cardiac, coronary | corazón, cardíaco, cardiaco, coronario
heart attack, infarction | infarto, ataque al corazón
arrhythmia, irregular heartbeat, atrial fibrillation, afib, palpitations, rhythm | arritmia, fibrilación auricular, palpitaciones, ritmo, latidos
blood pressure, hypertension, pressure, cuff | presión, tensión, hipertensión, presión arterial, baumanómetro, tensiómetro
cholesterol, lipids | colesterol, lípidos
diabetes, diabetic, blood sugar, glucose, insulin | diabetes, diabético, azúcar, glucosa, insulina
kidney, renal, dialysis | riñón, renal, diálisis
pregnant, pregnancy, expecting | embarazada, embarazo, encinta
allergy, allergic, allergies, reaction | alergia, alérgico, reacción
dye, contrast, iodine | contraste, tinte, yodo
fever, temperature | fiebre, calentura, temperatura
pain, hurt, hurts, sore, ache, painful | dolor, doler, duele, adolorido, dolores
swelling, swollen, bruise, bruising, bleeding, bleed | hinchazón, hinchado, inflamado, moretón, sangrado, sangrar, inflamación
dizzy, dizziness, faint, fainting, lightheaded | mareo, mareado, desmayo, desmayarse
infection, infected | infección, infectado
vaccine, vaccination, shot, flu shot, jab, immunization, flu | vacuna, vacunación, vacunarse, gripe, gripa, influenza
covid, coronavirus, mask | covid, coronavirus, cubrebocas, mascarilla, tapabocas
medicine, medication, drug, pill, pills, tablet, tablets, meds, medicines | medicina, medicamento, pastilla, remedio, fármaco, tableta, píldora, medicación
prescription, refill, renew, renewal, repeat | receta, surtir, resurtir, renovar, renovación, repetir
dose, dosage, missed dose | dosis, toma, olvidar
pharmacy, drugstore, prescription, medicine, pills | farmacia, botica, receta, medicina, pastillas
blood thinner, blood thinners, anticoagulant, warfarin, inr, coumadin | anticoagulante, anticoagulantes, warfarina, inr
aspirin, painkiller, ibuprofen, pain reliever | aspirina, analgésico, ibuprofeno
side effect, side effects, reaction | efecto secundario, efectos secundarios, reacción
herbal, supplement, supplements, vitamins, herbs, tea | hierbas, suplemento, vitaminas, té, remedios caseros
diet, food, eat, eating, meal, meals, nutrition | dieta, comida, comer, alimentación, alimentos, nutrición
salt, sodium, low-salt, salty | sal, sodio, salado
seasoning, spice, spices, flavor, season, bland, taste, herbs | condimento, especias, sabor, sazonar, sazón, insípido, soso
cook, cooking, recipe, kitchen, cooking class | cocinar, cocina, receta, taller de cocina
drink, water, fluid, fluids, liquid, beverage | beber, agua, líquido, líquidos, tomar, bebida, agüita
coffee, caffeine, tea, cola, chocolate | café, cafeína, té, refresco, chocolate
alcohol, wine, beer | alcohol, vino, cerveza
smoke, smoking, cigarettes, tobacco, vape, quit | fumar, tabaco, cigarro, cigarrillo, dejar de fumar, vapear
weight, scale, weigh | peso, báscula, pesarse
oxygen, breathing, breathe | oxígeno, respirar, respiración
sleep, asleep, rest | dormir, sueño, descanso
lonely, alone, support group, support, peer, company | solo, sola, soledad, grupo de apoyo, apoyo, compañía
group, meeting, meet, gather, get together | grupo, reunión, reunirse, juntarse, junta
class, course, workshop, lesson, teach, session, sessions | clase, curso, taller, enseñar, sesión, sesiones, lección
visitor, visitors, visit, visiting, visiting hours, come and see | visita, visitante, visitar, visitas, ver
companion, accompany, come along, tag along, bring someone, escort, with me | acompañante, acompañar, acompaña, venir conmigo, compañía
stay overnight, sleep over, recliner | quedarse a dormir, pasar la noche, sillón
family, relative, relatives, parents, husband, wife, clan | familia, familiar, pariente, padres, esposo, esposa, parientes
child, children, kid, kids, minor, son, daughter, age, baby | niño, niña, niños, hijo, hija, menor, menores, edad, bebé, nieto
elderly, older, senior, seniors, aged, over 65, grandpa, grandma | mayor, mayores, anciano, adulto mayor, tercera edad, abuelo, abuela
pray, prayer, chapel, chaplain, faith, religious, church, priest | rezar, oración, capilla, capellán, fe, religioso, orar, iglesia, creyente, sacerdote
quiet, calm, silence, overwhelmed, sensory, autism, crowds | tranquilo, silencio, calma, silencioso, autismo
research, study, studies, clinical trial, trial, participate | investigación, estudio, estudios, ensayo clínico, participar
volunteer, volunteers, volunteering, help out | voluntario, voluntaria, voluntariado, voluntarios
donate, donation, donor, give | donar, donación, donante
glasses, spectacles, eyeglasses | lentes, anteojos, gafas
hearing aid, hearing aids | audífono, aparato auditivo
dentures, dental, tooth, teeth, dentist | dentadura, dental, diente, dientes, muela, dentista
jewelry, ring, watch, valuables, belongings | joyas, anillo, reloj, objetos de valor, pertenencias
clothes, clothing, wear, dress, shoes, gown, pajamas | ropa, vestir, ponerse, zapatos, bata, pijama
nail polish, makeup, lotion, cream | esmalte, maquillaje, loción, crema, uñas
compression, stockings, socks | medias, compresión, calcetines
shave, hair | rasurar, afeitar, vello, pelo
side, risk, risks, danger, dangerous, safe, safety | riesgo, peligro, peligroso, seguro, riesgos
question, advice, nurse line, hotline, helpline | línea, asesoría, duda
wrist, arm, groin, leg | muñeca, brazo, ingle, pierna
follow-up, follow up, check-up, next visit | seguimiento, control, revisión, próxima cita
consult, see, seen, be seen | atender, atendido, atención, ver
vision, eye, eyes | ojos, vista
`;
