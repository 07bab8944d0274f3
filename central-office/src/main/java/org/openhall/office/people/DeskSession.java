package org.openhall.office.people;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who is signed in.
 *
 * @param id the token's hash, by which it is ended
 * @param csrf goes with every change that this session asks for
 * @param stage how far the sign-in has come
 * @param offeredSecret of a first sign-in: the secret of the codes, not yet proved
 */
public record DeskSession(
    String id, Person person, String csrf, Stage stage, @Nullable String offeredSecret) {

  /** How far a sign-in has come. */
  public enum Stage {
    /** Password and codes are still to be set, and nothing else can be done. */
    FIRST,
    WHOLE
  }
}
