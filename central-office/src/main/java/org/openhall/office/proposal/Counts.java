package org.openhall.office.proposal;

/** How many records a proposal adds, changes and removes. */
public record Counts(int added, int changed, int removed) {

  /** How many records it concerns. */
  public int all() {
    return added + changed + removed;
  }
}
