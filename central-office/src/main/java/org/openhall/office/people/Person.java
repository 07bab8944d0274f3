package org.openhall.office.people;

import java.util.Arrays;
import java.util.Set;

/**
 * Somebody who works at the desk.
 *
 * @param id the name by which they sign in: 2 to 32 of a–z, 0–9, dot and hyphen
 * @param name as colleagues call them
 * @param roles what they may do; may be none
 */
public record Person(String id, String name, Set<Role> roles) {
  public Person {
    roles = Set.copyOf(roles);
  }

  /** Whether they have one of these. */
  public boolean hasAny(Role... wanted) {
    return Arrays.stream(wanted).anyMatch(roles::contains);
  }
}
