package org.openhall.kiosk.enrol;

import java.net.URI;
import java.util.Optional;
import org.openhall.link.EnrolmentCode;

/**
 * An office's address as it is typed, always in small letters.
 *
 * @param text printable ASCII without spaces, at most {@link #LONGEST} characters
 */
record TypedAddress(String text) {
  static final int LONGEST = 200;

  static final TypedAddress NOTHING = new TypedAddress("");

  /** With one more; what no address has is not taken. */
  TypedAddress with(char key) {
    boolean isTaken = key > ' ' && key < 127 && text.length() < LONGEST;
    return isTaken ? new TypedAddress(text + Character.toLowerCase(key)) : this;
  }

  TypedAddress without() {
    return text.isEmpty() ? this : new TypedAddress(text.substring(0, text.length() - 1));
  }

  /** The office that is meant, in full; empty where it is none. */
  Optional<TypedAddress> whole() {
    return EnrolmentCode.office(text).map(TypedAddress::of);
  }

  static TypedAddress of(URI office) {
    return new TypedAddress(office.toString());
  }
}
