/** Brings into force what was said to hold from that day; payload `{ organisationId, notBefore }`, body `comeIntoForce`. */
export const COME_INTO_FORCE = 'organisations.come-into-force'
