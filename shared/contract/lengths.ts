/** Lengths that pages show as well as the station checks. They stand apart from the schemas, which most pages never load. */

/** How much of what is being typed the station keeps, so that a reload loses nothing. */
export const mirroredLength = 1000;
/** Characters a shopper can write, and the team can answer with. */
export const matterLength = 1000;
/** Characters of a habit in the shopper's own words. */
export const noteLength = 120;
