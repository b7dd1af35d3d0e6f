/** Where employees log in, as typed on a phone. */
export const staffAddress = (): string => `${location.host}/staff`;
