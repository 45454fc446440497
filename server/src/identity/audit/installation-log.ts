/** The log of what belongs to no tenant: sign-ins, and what is done with the installation as a whole. No tenant has this id. */
export const INSTALLATION_LOG = '00000000-0000-0000-0000-000000000000';
