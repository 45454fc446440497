const NAMED =
  'penicillin|amoxicillin|augmentin|sulfa|sulfas|codeine|morphine|aspirin|ibuprofen|advil|motrin|aleve|tylenol|naproxen|nsaids?|anti[- ]?inflammator\\w+|vicodin|percocet|demerol|darvocet|keflex|cipro|bactrim|septra|erythromycin|tetracycline|doxycycline|latex dye|iodine|contrast|lisinopril|metformin|lipitor|zocor|plavix|lasix|prednisone|novocaine?|lidocaine|compazine|phenergan|ceclor|biaxin|zithromax|levaquin|neosporin|antibiotics?|pain ?killers?|penicilina|amoxicilina|aspirina|ibuprofeno|metamizol|dipirona|nolotil|yodo|contraste|antibioticos?|paracetamol|diclofenaco|naproxeno|losartan|metformina|levotiroxina|insulina?|insulin|coumadin|warfarin|xarelto|eliquis|pradaxa|omeprazol|enalapril|atorvastatina|synthroid|levothyroxine|zoloft|prozac|xanax|nexium|prilosec|aciphex|glucophage|albuterol|hydrochlorothiazide|atenolol|metoprolol|norvasc|diovan|toprol|celebrex|ultram|tramadol|flexeril|neurontin|gabapentin|lamisil|levothroid';
const ENDINGS =
  '\\w{2,}(?:cillin|mycin|cycline|statin|olol|pril|sartan|azole|oxacin|codone|zepam|zolam|dipine|cilina|micina|ciclina|statina|azol|floxacino)';
const GENERIC =
  'medications?|medicines?|meds|pills?|tablets?|drugs?|antibiotics?|inhalers?|vitamins?|supplements?|eye drops|injections?|medicamentos?|medicinas?|pastillas?|farmacos?|remedios?|jarabes?|inhalador|gotas';

/** Medicines by name. */
export const MEDICINE = `(?:${NAMED}|${ENDINGS})`;
export const ANY_MEDICINE = `(?:${NAMED}|${ENDINGS}|${GENERIC})`;
export const MEDICINE_WORDS = `(?:${GENERIC})`;
export const FOOD =
  '(?:eggs?|peanuts?|nuts?|tree nuts|shellfish|shrimp|seafood|fish|milk|dairy|lactose|wheat|gluten|soy|strawberr(?:y|ies)|tomato(?:es)?|chocolate|kiwi|bananas?|foods?|huevos?|cacahuates?|cacahuetes?|mani|mariscos?|camaron(?:es)?|leche|nueces|fresas?|pescado|alimentos?|comidas?)';
