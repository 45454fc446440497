// EuroSCORE II: the risk of dying in hospital after an operation on the heart, from 18 factors.
// Nashef SAM, Roques F, Sharples LD, Nilsson J, Smith C, Goldstone AR, Lockowandt U. EuroSCORE II. Eur J Cardiothorac Surg
// 2012;41:734–745. doi:10.1093/ejcts/ezs043. Coefficients and constant are those of its table of the logistic model.

export const SOURCE = {
  citation: 'Nashef SAM et al. EuroSCORE II. Eur J Cardiothorac Surg 2012;41:734–745.',
  url: 'https://doi.org/10.1093/ejcts/ezs043',
};

const CONSTANT = -5.324537;
/** For each year: one up to the age of 60, and one more for every year beyond. */
const AGE = 0.0285181;

/** @typedef {string | number | boolean} FactorValue */

/**
 * What each value of a factor adds. The first value of each is the one of the lowest risk that the model knows, which adds nothing.
 * @type {Readonly<Record<string, readonly (readonly [value: FactorValue, coefficient: number])[]>>}
 */
const COEFFICIENTS = {
  sex: [
    ['male', 0],
    ['female', 0.2196434],
  ],
  renalFunction: [
    ['clearance above 85', 0],
    ['clearance 51 to 85', 0.303553],
    ['clearance 50 or below', 0.8592256],
    ['dialysis', 0.6421508],
  ],
  extracardiacArteriopathy: yesNo(0.5360268),
  poorMobility: yesNo(0.2407181),
  previousCardiacSurgery: yesNo(1.118599),
  chronicLungDisease: yesNo(0.1886564),
  activeEndocarditis: yesNo(0.6194522),
  criticalPreoperativeState: yesNo(1.086517),
  diabetesOnInsulin: yesNo(0.3542749),
  nyhaClass: [
    ['NYHA I', 0],
    ['NYHA II', 0.1070545],
    ['NYHA III', 0.2958358],
    ['NYHA IV', 0.5597929],
  ],
  anginaAtRest: yesNo(0.2226147),
  leftVentricularFunction: [
    ['good', 0],
    ['moderate', 0.3150652],
    ['poor', 0.8084096],
    ['very poor', 0.9346919],
  ],
  recentHeartAttack: yesNo(0.1528943),
  pulmonaryHypertension: [
    ['none', 0],
    ['moderate', 0.1788899],
    ['severe', 0.3491475],
  ],
  operationTiming: [
    ['elective', 0],
    ['urgent', 0.3174673],
    ['emergency', 0.7039121],
    ['salvage', 1.362947],
  ],
  weightOfIntervention: [
    ['isolated CABG', 0],
    ['single non-CABG', 0.0062118],
    ['2 procedures', 0.5521478],
    ['3 procedures', 0.9724533],
  ],
  thoracicAortaSurgery: yesNo(0.6527205),
};

/** The 18 factors by the names that the form has for them, in the order of the publication. */
export const FACTORS = Object.freeze(['age', ...Object.keys(COEFFICIENTS)]);

/** The model was made from patients between these ages. */
export const AGE_RANGE = Object.freeze({ minimum: 18, maximum: 95 });

/**
 * The score, or what it still needs. A factor that is not known is never taken for the harmless one.
 * @param {Readonly<Record<string, unknown>>} values by the names of the factors
 * @returns {{ isComplete: true, mortality: number } | { isComplete: false, missing: string[], invalid: string[] }} mortality from 0 to 1
 */
export function scoreEuroscoreII(values) {
  const given = FACTORS.filter((name) => Object.hasOwn(values, name) && values[name] !== undefined && values[name] !== null);
  const missing = FACTORS.filter((name) => !given.includes(name));
  const terms = given.map((name) => ({ name, term: termOf(name, values[name]) }));
  const invalid = terms.filter(({ term }) => term === undefined).map(({ name }) => name);
  if (missing.length > 0 || invalid.length > 0) return { isComplete: false, missing, invalid };
  const y = terms.reduce((sum, { term = 0 }) => sum + term, CONSTANT);
  return { isComplete: true, mortality: Math.exp(y) / (1 + Math.exp(y)) };
}

/**
 * @param {string} name of a factor other than age
 * @returns {readonly FactorValue[]} the values that it can have
 */
export const valuesOf = (name) => (COEFFICIENTS[name] ?? []).map(([value]) => value);

/**
 * @param {string} name
 * @param {unknown} value
 * @returns {number | undefined} undefined for a value that the model does not know
 */
function termOf(name, value) {
  if (name === 'age') return isAge(value) ? AGE * (value <= 60 ? 1 : value - 59) : undefined;
  return COEFFICIENTS[name]?.find(([known]) => known === value)?.[1];
}

/**
 * @param {unknown} value
 * @returns {value is number}
 */
const isAge = (value) => Number.isInteger(value) && Number(value) >= AGE_RANGE.minimum && Number(value) <= AGE_RANGE.maximum;

/**
 * @param {number} coefficient
 * @returns {readonly (readonly [FactorValue, number])[]}
 */
function yesNo(coefficient) {
  return [
    [false, 0],
    [true, coefficient],
  ];
}
