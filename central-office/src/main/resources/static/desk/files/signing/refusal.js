/** A reason not to sign, by its name in the page's words, with what stands in the sentence. */
export class Refusal extends Error {
  constructor(reason, ...details) {
    super([reason, ...details].join(' '));
    this.reason = reason;
    this.details = details;
  }
}

/** Refuses unless it holds. */
export function require(holds, reason, ...details) {
  if (!holds) {
    throw new Refusal(reason, ...details);
  }
}
