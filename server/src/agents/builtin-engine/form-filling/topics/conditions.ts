/** Illnesses by the words that people have for them, English and Spanish. The names that forms use come first. */
export const CONDITIONS: readonly string[] = [
  'diabetes, diabetic, diabetes mellitus, sugar diabetes, type two diabetes, type one diabetes, diabetico, padece de azucar, tengo azucar, azucar en la sangre, azucar alta, azucar, high blood sugar',
  'hypertension, high blood pressure, elevated blood pressure, hypertensive, hipertension, hipertenso, presion alta, tension alta, de la presion, la presion, presion arterial alta, blood pressure medicine, blood pressure medication, blood pressure pill',
  'hyperlipidemia, high cholesterol, elevated cholesterol, hypercholesterolemia, cholesterol, cholesterol problem, dyslipidemia, colesterol alto, colesterol',
  'asthma, asthmatic, asma, asmatico',
  'heart disease, heart problem, heart trouble, heart condition, coronary disease, coronary artery disease, heart attack, myocardial infarction, heart failure, congestive heart failure, atrial fibrillation, a fib, afib, a-fib, irregular heartbeat, arrhythmia, heart related issue, cardiac problem, cardiac disease, mal del corazon, enfermedad del corazon, problemas del corazon, problema cardiaco, infarto, arritmia, insuficiencia cardiaca, enfermedad cardiaca, coronary bypass, angina pectoris, angina de pecho, my angina, have angina, unstable angina, stable angina, C A D, heart issue, heart murmur, heart rhythm problem, heart valve problem, valve disease, cardiomyopathy, enlarged heart, soplo, soplo en el corazon, cardiopatia, angioplasty, stent, stents',
  'atrial fibrillation, a fib, afib, a-fib, fibrilacion auricular',
  'heart failure, congestive heart failure, C H F, insuficiencia cardiaca',
  'stroke, mini stroke, T I A, TIA, C V A, CVA, derrame cerebral, ictus, embolia cerebral, cerebrovascular accident',
  'cancer, carcinoma, lymphoma, leukemia, melanoma, malignancy, malignant tumor, malignant, cancerous, leucemia, linfoma, tumor maligno, cancer de, mesothelioma, sarcoma, myeloma, multiple myeloma, hodgkin, metastasis, metastatic, adenocarcinoma, glioblastoma, neuroblastoma, basal cell, squamous cell, mieloma, metastasis, malignant neoplasm',
  'thyroid, thyroid disease, thyroid problem, thyroid trouble, hypothyroidism, hyperthyroidism, underactive thyroid, overactive thyroid, goiter, tiroides, hipotiroidismo, hipotiroideo, hipertiroidismo, bocio, tiroide',
  'hypothyroidism, underactive thyroid, low thyroid, hipotiroidismo',
  'reflux, acid reflux, G E R D, GERD, heartburn, gastroesophageal reflux, reflujo, acidez',
  'arthritis, osteoarthritis, rheumatoid arthritis, worn joint, degenerative joint disease, artritis, artrosis',
  'osteoporosis',
  'depression, major depression, clinical depression, depressive disorder, postpartum depression, depresion, bipolar depression',
  'anxiety, anxiety disorder, panic attack, panic disorder, generalized anxiety, ansiedad, ataques de panico, crisis de ansiedad, trastorno de ansiedad',
  'migraine, migraine headache, migrana, jaqueca',
  'seizures, seizure, epilepsy, epileptic, convulsion, seizure disorder, epilepsia, epileptico, convulsiones',
  'epilepsy, epilepsia, convulsion, convulsiones, seizure, epileptico',
  'dementia, alzheimer, demencia',
  'kidney disease, kidney failure, kidney problem, renal failure, renal insufficiency, enfermedad renal, mal de los rinones, insuficiencia renal, problemas de los rinones, los rinones',
  'anemia, anemic, anemico',
  'gout, gota',
  'lung disease, C O P D, COPD, emphysema, E P O C, EPOC, enfisema',
];

/** Complaints by the words that people have for them. */
export const SYMPTOMS: readonly string[] = [
  'fever, febrile, feverish, chill, fiebre, calentura, escalofrio, high temperature, running hot, running a temperature, afiebrado',
  'nausea, nauseous, nauseated, sick to my stomach, sick to his stomach, sick to her stomach, queasy, ganas de vomitar, nauseas, asco',
  'vomiting, vomit, vomited, throw up, threw up, throwing up, thrown up, puke, puking, vomito, vomitar, emesis',
  'diarrhea, diarrhoea, loose stool, loose bowel, loose bowel movement, watery stool, runny stool, the runs, the trots, cagalera, obrar aguado, suelto del estomago, flojo del estomago, diarrea',
  'shortness of breath, short of breath, breathlessness, breathless, S O B, trouble breathing, difficulty breathing, hard to breathe, breathing problem, breathing trouble, problem breathing, lose my breath, out of breath, winded, cannot breathe, trouble catching my breath, hard time breathing, wheezing and shortness of breath, falta de aire, dificultad para respirar, me ahogo, dyspnea, labored breathing',
  'chest pain, chest tightness, chest discomfort, chest pressure, tightness in my chest, pain in my chest, pain in the chest, pressure on the chest, chest hurt, dolor de pecho, dolor en el pecho, pressure in my chest',
  'cough, coughing, tos, toser, tose, toso',
  'headache, head ache, head hurt, migraine, dolor de cabeza, jaqueca, pain in my head, migrana',
  'numbness or tingling, numbness, tingling, tingle, numb, pins and needles, hormigueo, entumecimiento, adormecido, paresthesia',
  'rash, hives, red skin, skin rash, breakout, sarpullido, ronchas, erupcion, spots on my skin',
  'itching, itchy, itch, itchiness, scratching, picazon, comezon, pica, pruritus',
  'dizziness, dizzy, lightheaded, vertigo, mareo, mareado',
  'constipation, constipated, estrenimiento, estrenido',
  'fatigue, tired, exhausted, no energy, cansancio, fatiga, cansado',
  'sore throat, throat pain, dolor de garganta, throat hurt',
  'abdominal pain, stomach pain, belly pain, tummy pain, stomach ache, dolor de estomago, dolor de panza, dolor abdominal',
  'swelling, swollen, edema, hinchazon, hinchado',
  'weight loss, lost weight, losing weight, perdida de peso',
  'loss of appetite, no appetite, poor appetite, falta de apetito',
  'blurred vision, blurry vision, double vision, vision problem, vision borrosa, visual change',
  'back pain, dolor de espalda, lower back pain, back hurt',
];

/** Medicines that are the same, or of one kind, for an allergy. */
export const ALLERGENS: readonly string[] = [
  'penicillin, penicilina, amoxicilina, amoxicillin, augmentin, ampicilina, ampicillin',
  'aspirin, aspirina, acido acetilsalicilico',
  'ibuprofen, ibuprofeno, advil, motrin, espidifen, actron, nurofen',
  'sulfa, sulfas, sulfamidas, bactrim, septra, trimetoprima, cotrimoxazol',
  'metamizole, metamizol, dipirona, nolotil, novalgina, neomelubrina, neo melubrina, dipyrone',
  'iodine, yodo, contraste, betadine, isodine',
];

/** Ways to say of an illness or a complaint that it is there, or not, which are more than its name. */
export interface Saying {
  head: string;
  yes?: RegExp;
  no?: RegExp;
}

const takenOut = (organ: string): RegExp =>
  new RegExp(
    `\\b(?:took out|taken out|take out|removed|had out|quitaron|sacaron|operaron (?:de|del)|extirparon|sin)\\b[^.;]{0,40}\\b(?:${organ})\\b|\\b(?:${organ})\\b[^.;,]{0,16}\\b(?:out|removed|taken out|me la quitaron|me lo quitaron|me las quitaron|fuera|operada?)\\b`,
  );

export const SAYINGS: readonly Saying[] = [
  { head: 'appendectomy', yes: takenOut('appendix|apendice') },
  { head: 'cholecystectomy', yes: takenOut('gall ?bladder|vesicula') },
  { head: 'tonsillectomy', yes: takenOut('tonsils|amigdalas|anginas') },
  { head: 'hysterectomy', yes: takenOut('uterus|womb|matriz|utero') },
  {
    head: 'hypertension',
    yes: /\b(?:something|pills?|medicines?|medications?|meds|tablets?|drugs?|one|\w+pril|\w+sartan|\w+olol|norvasc|amlodipine) for (?:my |the |high )?blood pressure\b|\b(?:presion|tension)\b(?! baja)[^.;,]{0,18}\b(?:alta|altisima|por las nubes|elevada|disparada)\b|\bme sube (?:\w+ )?la (?:presion|tension)\b|\b(?:high|elevated) (?:b ?p|pressures?)\b|\bblood pressure (?:is|was|runs|has been) (?:\w+ )?(?:high|elevated)\b|(?:pastilla|medicina|tratamiento|enalapril|losartan) (?:\w+ ){0,3}para la (?:presion|tension)/,
    no: /(?:presion|tension) (?:\w+ ){0,3}(?:bien|normal|baja|perfecta)\b|blood pressure (?:is|was|has been) (?:\w+ ){0,2}(?:fine|good|normal|okay|great|low)\b/,
  },
  {
    head: 'diabetes',
    yes: /^\W*(?:(?:si|yes)\W+)?(?:soy |de )?(?:tipo|type) (?:1|2|uno|dos|one|two|i|ii)\b|\bme (?:inyecto|pongo|pincho) (?:la )?insulina\b|\b(?:soy|es) de (?:la )?azucar\b|\bsufr[oe] (?:de|del) (?:la )?azucar\b|azucar (?:\w+ ){0,3}(?:alta|elevada)\b/,
    no: /azucar (?:\w+ ){0,3}(?:bien|normal|perfecta?)\b|\bprediabet\w+\b(?=.*\bno\b)/,
  },
  {
    head: 'heart disease',
    yes: /me (?:pusieron|han puesto|operaron) (?:\w+ ){0,3}(?:stents?|muelles?|marcapasos|del corazon|una valvula)\b|\b(?:llev[oa]|tengo|tiene|traigo|uso) (?:un |una |el )?(?:marcapasos|stents?|desfibrilador|valvula)|\b(?:i have|i had|i've got|i've had|put in|got) (?:\w+ ){0,3}(?:stents?|pacemaker)\b|open heart surgery/,
    no: /(?:del )?corazon (?:\w+ ){0,3}(?:bien|sano|normal|en orden|perfecto|nada)\b|heart (?:is|was|has been) (?:\w+ )?(?:fine|good|normal|okay)\b/,
  },
  { head: 'thyroid', yes: /\b(?:sufr[oe]|padezco|padece|es|soy|tratamiento) (?:de|para) la tiroides\b/ },
  {
    head: 'kidney disease',
    yes: /\b(?:mal|fallan|falla) (?:de |del |los |el )*rinon\w*|rinon\w* (?:\w+ ){0,2}(?:mal|me fallan|fallan)\b|\b(?:en|on|a) (?:hemo)?(?:dialisis|dialysis)\b|\bme dializ\w+|(?:hemo)?dialisis (?:\w+ )?(?:tres|dos|\d)/,
  },
  {
    head: 'shortness of breath',
    no: /breath\w* (?:is |are |just )?(?:fine|okay|ok|normal\w*|well|good)\b|respir[oa] (?:muy )?bien/,
    yes: /\bme (?:falta|cuesta) (?:el aire|respirar)\b|(?:can'?t|cannot|couldn'?t|can not) (?:seem to |even |really )?(?:get (?:enough )?air|breathe|catch (?:my|his|her) breath|get (?:my|a full) breath)\b|\bno (?:puedo|logro|consigo) (?:ni )?respirar\b|\b(?:have|had|has|need\w*) to (?:stop (?:and|to) )?catch (?:my|his|her) breath\b/,
  },
  {
    head: 'chest pain',
    yes: /\b(?:hurt\w*|pain\w*|ache|aching|tight\w*|pressure|squeez\w*|burning)\b[^.;,]{0,32}\bchest\b(?! (?:x|infection|cold))|\bchest (?:\w+ ){0,2}(?:hurt\w*|pain\w*|ach\w*|tight\w*)\b|me duele el pecho/,
  },
  {
    head: 'vomiting',
    yes: /\b(?:can'?t|cannot|couldn'?t|not) (?:\w+ )?keep (?:anything|food|water|it|much) down\b|\bdevuelv\w+ todo\b|\btodo lo (?:devuelv|vomit)\w+/,
  },
  { head: 'headache', yes: /\bhead (?:\w+ ){0,2}(?:hurt\w*|ach\w*|pound\w*|throb\w*)\b|me duele la cabeza/ },
];

/** Operations by the words that people have for them. */
export const OPERATIONS: readonly string[] = [
  'appendectomy, appendix out, appendix removed, appendix taken out, appendix surgery, apendicectomia, operaron del apendice, had my appendix',
  'cholecystectomy, gallbladder out, gallbladder removed, gallbladder taken out, gallbladder surgery, gall bladder, gall bladder removed, removed my gallbladder, took my gallbladder, had my gallbladder, lost my gallbladder, vesicula',
  'hysterectomy, uterus removed, womb out, uterus taken out, partial hysterectomy, total hysterectomy, histerectomia',
  'cesarean section, C section, C-section, cesarean, caesarean, cesarea',
  'tubal ligation, tubes tied, ligation, ligadura de trompas',
  'tonsillectomy, tonsils out, tonsil removed, tonsils taken out, amigdalectomia, amigdalas, T and A, tonsil and adenoid',
  'hernia repair, hernia surgery, hernia operation, hernia fixed, hernia repaired, repaired a hernia, herniorrhaphy, inguinal hernia, operacion de hernia',
  'cataract surgery, cataract removed, cataract operation, cataract extraction, cataracts out, cataracts done, cataract, cataratas',
  'knee replacement, knee replaced, new knee, total knee, protesis de rodilla',
  'hip replacement, hip replaced, new hip, total hip, protesis de cadera',
  'mastectomy, breast removed, breast taken off, mastectomia',
  'thyroidectomy, thyroid removed, thyroid taken out, thyroid surgery, tiroidectomia',
  'colon surgery, colon removed, colectomy, colon resection, bowel resection, colon cancer surgery, part of my colon',
  'sinus surgery, sinus operation, sinuses cleaned',
  'carpal tunnel release, carpal tunnel surgery, carpal tunnel, tunel carpiano',
  'pacemaker implantation, pacemaker, pacemaker put in, pacemaker implanted, marcapasos',
];
