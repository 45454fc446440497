import type { Persona } from './persona.ts';

export interface Clinic {
  name: string;
  slug: string;
  locale: string;
  timezone: string;
  profile: Record<string, unknown>;
  documents: readonly { title: string; content: string }[];
  form: { title: string; schema: Record<string, unknown> };
}

const weekdays = (spans: { from: string; to: string }[]) => ({
  monday: spans,
  tuesday: spans,
  wednesday: spans,
  thursday: spans,
  friday: spans,
});

export const CLINICS: Readonly<Record<Persona['clinic'], Clinic>> = {
  english: {
    name: 'Riverside Family Clinic',
    slug: 'riverside',
    locale: 'en-US',
    timezone: 'America/New_York',
    profile: {
      about: 'A family practice.',
      services: [{ name: 'Check-ups' }, { name: 'Vaccinations' }, { name: 'Blood tests' }],
      contact: { phone: '+1 212 555 0100', address: '12 Main Street, Springfield' },
      openingHours: { ...weekdays([{ from: '08:30', to: '17:00' }]), saturday: [{ from: '09:00', to: '12:00' }] },
    },
    documents: [
      {
        title: 'Parking and arrival',
        content:
          '# Parking\n\nThere is a car park behind the building, in Mill Lane. It is free for patients for two hours. When it is full, please use the garage in Oak Street, two minutes away.\n\n# Arrival\n\nPlease come ten minutes before your first appointment, with your identity card and a list of the medicines that you take.',
      },
      {
        title: 'Prices without insurance',
        content:
          '# Check-up\n\nA check-up costs 120 dollars without insurance. A short visit for one complaint costs 85 dollars.\n\n# Vaccinations\n\nA flu vaccination costs 30 dollars. A tetanus booster costs 45 dollars.',
      },
      {
        title: 'Blood tests',
        content:
          '# Before a blood test\n\nDo not eat for eight hours before a fasting blood test. You may drink water. Take your medicines as usual unless the doctor has told you otherwise.\n\n# Results\n\nResults are ready after two working days. The doctor calls you when something needs to be talked about.',
      },
      {
        title: 'Cancelling an appointment',
        content: 'Please cancel at least 24 hours before your appointment, by phone or in this chat. Later cancellations cost 40 dollars.',
      },
    ],
    form: {
      title: 'Appointment request',
      schema: {
        type: 'object',
        title: 'Appointment request',
        properties: {
          fullName: { type: 'string', title: 'Full name' },
          phone: { type: 'string', format: 'phone', title: 'Phone number' },
          reason: { type: 'string', title: 'Reason for the visit' },
          dateOfBirth: { type: 'string', format: 'date', title: 'Date of birth' },
          firstVisit: { type: 'boolean', title: 'First visit' },
          preferredDate: { type: 'string', format: 'date', title: 'Preferred date' },
          timeOfDay: { type: 'string', title: 'Time of day', enum: ['morning', 'afternoon'] },
          drugAllergy: { type: 'boolean', title: 'Allergic to a medicine' },
        },
        required: ['fullName', 'phone', 'reason', 'dateOfBirth'],
      },
    },
  },
  spanish: {
    name: 'Clínica del Parque',
    slug: 'parque',
    locale: 'es-MX',
    timezone: 'America/Mexico_City',
    profile: {
      about: 'Consultorio dental y de medicina familiar.',
      services: [{ name: 'Consulta general' }, { name: 'Limpieza dental' }, { name: 'Vacunas' }],
      contact: { phone: '+52 55 5555 0100', address: 'Avenida Juárez 24, Ciudad de México' },
      openingHours: {
        ...weekdays([
          { from: '09:00', to: '14:00' },
          { from: '16:00', to: '19:00' },
        ]),
        saturday: [{ from: '09:00', to: '13:00' }],
      },
    },
    documents: [
      {
        title: 'Precios',
        content:
          '# Consulta general\n\nLa consulta general cuesta 600 pesos. La primera consulta dura unos 40 minutos.\n\n# Limpieza dental\n\nLa limpieza dental cuesta 850 pesos e incluye la revisión.',
      },
      {
        title: 'Estacionamiento',
        content: 'Hay estacionamiento gratuito para pacientes en la calle Hidalgo, a la vuelta de la clínica. Se entra por el portón azul.',
      },
      {
        title: 'Documentos para la primera visita',
        content:
          'Para la primera visita traiga una identificación oficial, su tarjeta del seguro si la tiene y la lista de los medicamentos que toma. Los menores deben venir con uno de sus padres.',
      },
      {
        title: 'Formas de pago',
        content: 'Se puede pagar en efectivo, con tarjeta de débito o crédito y por transferencia. No aceptamos cheques.',
      },
    ],
    form: {
      title: 'Solicitud de cita',
      schema: {
        type: 'object',
        title: 'Solicitud de cita',
        properties: {
          nombre: { type: 'string', title: 'Nombre completo' },
          telefono: { type: 'string', title: 'Teléfono', format: 'phone' },
          motivo: { type: 'string', title: 'Motivo de la consulta' },
          fechaNacimiento: { type: 'string', format: 'date', title: 'Fecha de nacimiento' },
          tieneSeguro: { type: 'boolean', title: '¿Tiene seguro?' },
          aseguradora: { type: 'string', title: 'Aseguradora' },
          fechaPreferida: { type: 'string', format: 'date', title: 'Día preferido' },
          momento: {
            type: 'string',
            title: 'Momento del día',
            description: 'morning (por la mañana), afternoon (por la tarde)',
            enum: ['morning', 'afternoon'],
          },
        },
        required: ['nombre', 'telefono', 'motivo'],
      },
    },
  },
};
