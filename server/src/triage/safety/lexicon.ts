/**
 * The vocabulary of the rules and of the classifier: a concept, and the words for it in English and Spanish (of Latin America and of
 * Spain), without accents. `stem*` stands for every word that begins so; `two_words` must stand next to each other.
 */
export const LEXICON = {
  // Who
  self: 'i im ive id ill me my myself yo mi mis me conmigo mio',
  person:
    'husband wife partner boyfriend girlfriend mom mother mommy dad father daddy son daughter brother sister grandma grandmother grandpa grandfather nan granny grandad granddad uncle aunt cousin friend neighbour neighbor roommate flatmate coworker colleague guest client customer patient man woman guy lady someone somebody he she they him her kid kids child girl boy teenager esposo esposa marido mujer pareja novio novia mama madre papa padre hijo hija hermano hermana abuela abuelo abuelita abuelito tio tia primo prima amigo amiga vecino vecina companero companera cliente paciente senor senora alguien nino nina chico chica chamaco chamaca muchacho muchacha suegra suegro nieto nieta sobrino sobrina cunado cunada nana',
  infant:
    'baby newborn infant toddler bebe bebito bebita bebes recien_nacido recien_nacida lactante guagua nene nena infante month_old months_old weeks_old week_old days_old week-old de_meses mesesito crio',
  pregnant: 'pregnan* embarazad* embarazo gestante encinta expecting trimester weeks_along semanas_de_embarazo weeks_pregnant gestation',

  // Parts of the body
  chest: 'chest breastbone sternum rib ribs ribcage heart pecho torax corazon esternon costillas',
  arm: 'arm arms hand hands wrist wrists shoulder brazo brazos mano manos hombro muneca munecas',
  leg: 'leg legs thigh pierna piernas muslo calf pantorrilla foot feet pie pies',
  jaw: 'jaw neck mandibula quijada cuello nuca',
  face: 'face mouth smile lips lip cheek eyelid cara boca rostro sonrisa labio labios parpado',
  throat: 'throat tongue airway windpipe garganta lengua glotis traquea',
  head: 'head skull cabeza craneo',
  belly: 'belly stomach abdomen tummy gut abdominal barriga estomago panza vientre guata tripa',
  back: 'back espalda',
  side: 'side half lado mitad one-sided left right izquierd* derech*',
  eye: 'eye eyes vision sight ojo ojos vista',
  testicle: 'testic* balls scrotum testicul* huevos',

  // What one feels
  pain: 'pain pains painful ache aches aching hurt hurts hurting agony sore dolor dolores duele duelen doliendo dolia punzada punzadas puntada puntadas molestia adolorid* stabbing dolorcito',
  pressure:
    'pressure pressing tight tightness tightening squeez* crush* heavy heaviness weight elephant vice band clamp* gripping constrict* presion oprim* opresion opresivo aprieta aprietan apretado apretando aplasta aplastan peso pesadez elefante',
  severe:
    'severe worst unbearable excruciating terrible horrible intense extreme awful really_bad so_bad insane agonizing agonising doubled_over screaming fuerte fuertes fuertisimo insoportable intenso intensa tremendo terrible horrible peor grito gritando brutal inaguantable bestial severo no_aguanto espantoso violent violento',
  sudden:
    'sudden suddenly out_of_nowhere abrupt all_of_a_sudden thunderclap lightning exploded came_on_fast de_repente de_pronto de_golpe repentin* subit* de_la_nada bruscamente explosivo',
  now: 'now right_now just today tonight currently still this_morning this_minute ahora ahorita ahora_mismo hoy ya todavia sigue acaba acabo recien esta_noche esta_manana en_este_momento minutes_ago minutos again otra_vez de_nuevo again started empezo keeps keep since happening hurry rapido ayuda help sos urgente emergencia ambulance ambulancia quick',
  numb: 'numb numbness tingl* pins_and_needles adormecid* adormec* dormido dormida dormidos hormigueo hormigue* entumecid* dead_weight',
  weak: 'weak weakness debil debilidad limp floppy flacid* sin_fuerza sin_fuerzas drooping lacio',
  cannot:
    'cant couldnt unable not_able no_puede no_puedo no_pudo no_logra no_logro no_consigue no_consigo no_pueden no_me_deja no_le_deja no_podia wont doesnt isnt struggling_to barely hardly apenas trouble difficulty difficult hard_time costando cuesta le_cuesta me_cuesta dificultad struggling struggles fighting batalla batallando',
  breathe: 'breath* breathing air oxygen inhale respir* aire oxigeno aliento inhal*',
  speak: 'speak speaking talk talking words speech sentence sentences form_words habla hablar hablando palabras frases articular',
  move: 'move moving lift raise walk feel mover muev* levant* alzar caminar sentir',
  swallow: 'swallow* trag*',
  wake: 'wake waking woke rouse awaken despiert* despertar reaccion* respond* responsive responde',

  // What happens
  choking:
    'chok* asfixi* atragant* atorad* atoro ahog* suffocat* sofoc* wheez* gasping gasps gasp jadea* boquead* ahogad* silba silbido pitido stridor stridor me_ahogo rattling',
  blue: 'blue bluish purple grey gray cyanotic azul azules azulad* morad* cianotic* gris grisace*',
  unconscious:
    'unconscious unresponsive passed_out passing_out fainted collapsed blacked_out knocked_out inconsciente desmay* desmaya* sin_conocimiento perdio_el_conocimiento perdio_la_conciencia colapso se_desplomo desplom* desvanec* no_reacciona no_responde not_responding lifeless keeled_over lost_consciousness losing_consciousness flopped_over',
  seizure: 'seizure seizures seizing convuls* convulsion* fit fitting epilep* twitching ataque_epileptico sacud* tonic',
  stroke: 'stroke derrame ictus embolia acv infarto_cerebral evc derrame_cerebral',
  heartattack: 'heart_attack cardiac_arrest infarto ataque_al_corazon paro_cardiaco ataque_cardiaco infartad* infartando',
  droop: 'droop* droopy lopsided drooping sagg* crooked slid* chuec* torcid* torcio tuerce caid* asimetric* desviad* lopsided uneven',
  slurred:
    'slurr* slur garbled gibberish mumbling nonsense arrastra arrastrando balbuce* incoherent* enredad* trabad* se_le_traba se_le_enreda jumbled not_making_sense no_se_le_entiende trabando enredan',
  confused:
    'confus* disorient* desorient* delir* incoherent* ido perdid* not_making_sense hallucinat* alucina* doesnt_know_where doesnt_recognize no_me_reconoce no_sabe_donde no_reconoce',
  headache: 'headache headaches migraine migrana cefalea jaqueca dolor_de_cabeza head_pain',
  bleed: 'bleed* blood hemorrhag* haemorrhag* sangr* desangr* hemorragi* bled bleeding_out',
  heavily:
    'heavily pouring gushing gushes spurting squirting wont_stop everywhere lots soaked soaking through_pads buckets a_lot of_blood nonstop non-stop doesnt_stop pool chorro chorros borbotones muchisim* mucha mucho a_mares no_para no_deja_de no_se_detiene charco empapad* clots coagulos no_cede hard_to_stop fast',
  vomit: 'vomit* throw* puk* vomit* devuelv* arroj* devolvi*',
  stool: 'stool stools poop poo feces heces popo deposicion* caca tarry black_stool',
  cut: 'cut cuts stab* slash* slit gash wound* severed severing amputat* corte corto cortada cortado herida apunal* acuchill* tajo amput* navajazo machetazo puñalada punal*',
  fall: 'fell fall fallen crash accident hit_by run_over ladder roof cayo caida caerse se_cayo choque accidente atropell* escalera techo golpe golpeo cai me_cai volco motorcycle moto',
  burn: 'burn* scald* quemo quemad* quemadura* escald* fire fuego electrocut* electric_shock descarga shocked',
  drown: 'drown* underwater ahogo_en pool_bottom alberca piscina pileta',
  swell: 'swell* swollen puffy closing closed hinch* inflam* cerrando cierra cerrad* hinchando inflando',
  allergen:
    'peanut* nuts nut shellfish shrimp prawn prawns bee bees wasp sting stung penicillin antibiotic amoxicillin mani cacahuate cacahuete mariscos camaron camarones gambas abeja avispa picadura pico penicilina amoxicilina antibiotico nueces nuez huevo allerg* alerg* anaphyla* anafila*',
  hives: 'hives rash welts itch* ronchas ronchitas urticaria sarpullido picazon habones erupcion granos',
  fever: 'fever* temperature febril fiebre calentura temperatura',
  stiffneck:
    'stiff_neck rigid_neck cuello_rigido cuello_tieso rigidez_de_nuca nuca_rigida neck_is_stiff no_puede_doblar_el_cuello cuello_duro neck_stiff',

  // Harming oneself, substances
  die: 'die dying dead death perish morir morirme morirse muero muerto muerta muerte muera muriera',
  kill: 'kill killing kill_myself matar matarme matarse mato quitarme end_my_life ending_my_life end_it ending_it take_my_life quitarme_la_vida acabar_con_mi_vida',
  suicide:
    'suicid* kms unalive unaliving self_harm selfharm autolesion* suicidarme suicidarse suicidio hang_myself hanging_myself shoot_myself ahorcar* colgarme off_myself hurt_myself hurting_myself harm_myself cutting_myself cut_myself cortarme hacerme_dano lastimarme tirarme lanzarme aventarme pegarme_un_tiro hacerse_dano lastimarse',
  want: 'want wants wanted wish wishes going plan* thinking thought thoughts decided ready feel quiero quiere quisiera queria voy va_a ganas pens* planeo planeando plane* decid* deseo desear ojala tentad* consider*',
  goodbye:
    'goodbye goodbyes farewell note letter last_message adios despedir* despedida carta despido ultimo_mensaje perdonen perdonenme forgive cuiden',
  pills:
    'pill pills tablets tablet medication medicine capsules paracetamol tylenol acetaminophen ibuprofen xanax opioid* fentanyl insulin sleeping_pills antidepressants pastilla pastillas tabletas comprimidos medicamento medicamentos medicina medicinas capsulas clonazepam rivotril diazepam insulina alprazolam warfarin metformin tramadol oxycodone sertralina morfina morphine adderall zopiclone lexatin orfidal methadone codeine',
  took: 'took taken swallowed drank drink eaten ate ingested swallow gulped downed tome tomo tomado tomaron trago tragado trague bebio bebi bebido ingirio ingeri comio comi me_tome se_tomo se_trago me_trague se_bebio injected inyecto popped chugged',
  toomany:
    'too_many too_much whole all entire bottle box boxful dozens handful handfuls double every empty overdos* muchas muchos tod* entero entera frasco caja blister tableta sobredosis demasiad* punado monton unas_veinte treinta veinte cuarenta twenty thirty forty fifty tarro pastillero bunch',
  overdose: 'overdos* sobredosis od od-ing oded intoxic* poison* envenen* intoxicad* narcan naloxone naloxona',
  poison:
    'bleach drain_cleaner antifreeze detergent pesticide rat_poison carbon_monoxide batteries battery lamp_oil gasoline lejia cloro lavandina veneno raticida pesticida insecticida anticongelante monoxido pila pilas sosa_caustica detergente gasolina mushrooms hongos setas matarratas thinner turpentine chlorine cleaner limpiador acido acid lye dishwasher ammonia amoniaco paraquat berries aguarras kerosene methanol metanol',

  // Violence
  violent:
    'hits hit beats beat beating punched choked strangl* rape* raped abuse* abusing attacked assault* threatened threatening threatens pega pego golpea golpeo maltrat* viol* abus* amenaz* ataco agred* estrangul* golpiza pegando pegarme ahorco empuj* pushed kicked pateo forced me_obligo trafico touched tocando manosea encerrad* locked',
  weapon:
    'gun knife weapon rifle pistol machete pistola cuchillo arma navaja revolver escopeta blade razor firearm rope soga cuerda bridge puente rooftop azotea balcon train tracks vias noose',
  afraid: 'afraid scared terrified unsafe danger fear miedo aterrad* peligro tengo_miedo temo asustad*',

  // Birth, infants
  waters:
    'water_broke waters_broke waters rompi_fuente rompio_fuente se_rompio_la_fuente rompio_aguas bolsa_rota romper_aguas rompi_bolsa rompi_aguas broke',
  contractions: 'contraction* contraccion* labor labour parto pujar push crowning coronando pujos crown',
  movement: 'kick* movement movements move moving muev* mueve movimiento movimientos patea patadas moviendo',
  limp: 'limp floppy lethargic listless flacid* aguad* letargic* decaid* apatic* unresponsive sin_tono blandito desguanzad* flojo flojit*',
  softspot: 'soft_spot fontanel* mollera fontanela',
  notfeed:
    'not_feeding wont_feed refuses_milk wont_eat wont_nurse no_come no_quiere_comer no_mama no_toma_pecho no_quiere_mamar not_eating no_wet no_moja ni_leche no_wet_diaper dry_diaper',

  // Illness that moves fast
  diabetic: 'diabet* sugar glucose insulin azucar glucosa glucemia hypo hipoglucemia glicemia ketoacidosis',
  sepsis:
    'sepsis septic septico mottled clammy shivering rigors escalofrios tembl* sudor_frio cold_sweat sweating sweaty sudando sudor* pale palid* clammy',
  vision:
    'cant_see blind blindness vision_loss lost_vision lost_sight ciego ciega ceguera no_veo no_ve veo_negro went_dark veo_doble double_vision deje_de_ver',
  dizzy: 'dizz* lighthead* light-headed faint fainting woozy mare* vertigo',
  palpitation: 'palpitation* palpitacion* racing pounding irregular taquicardia fluttering',
  heat: 'heatstroke heat_stroke hypothermia golpe_de_calor insolacion hipotermia frostbite congelad*',
} satisfies Record<string, string>;

export type Concept = keyof typeof LEXICON;
