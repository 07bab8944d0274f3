package org.openhall.kiosk.enrol;

import java.util.Locale;
import org.openhall.link.EnrolmentToken;
import org.openhall.link.MalformedTokenException;

/**
 * A token as it is typed, of which capital or small, hyphens and spaces do not matter.
 *
 * @param text digits of base 32 after the beginning, at most {@link #DIGITS}
 */
record TypedToken(String text) {
  static final int DIGITS = 40;
  static final int GROUP = 4;

  /** The beginning, which the screen shows by itself. */
  static final String PREFIX = "OH2";

  static final TypedToken NOTHING = new TypedToken("");

  /** As somebody would have typed it. */
  static TypedToken of(EnrolmentToken token) {
    String digits = token.text().substring(PREFIX.length());
    TypedToken typed = NOTHING;
    for (int i = 0; i < digits.length(); i++) {
      typed = typed.with(digits.charAt(i));
    }
    return typed;
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /** How it stands. */
  enum Look {
    UNFINISHED,
    /** All digits are there and their check fits. */
    WHOLE,
    /** All digits are there, and at least one is wrong. */
    SLIP
  }

  /** With one more; what no token has is taken for what it looks like, or not at all. */
  TypedToken with(char key) {
    char digit =
        switch (Character.toUpperCase(key)) {
          case 'O' -> '0';
          case 'I', 'L' -> '1';
          default -> Character.toUpperCase(key);
        };
    boolean isDigit =
        (digit >= '0' && digit <= '9') || (digit >= 'A' && digit <= 'Z' && digit != 'U');
    return isDigit && text.length() < DIGITS ? new TypedToken(text + digit) : this;
  }

  TypedToken without() {
    return text.isEmpty() ? this : new TypedToken(text.substring(0, text.length() - 1));
  }

  Look look() {
    if (text.length() < DIGITS) {
      return Look.UNFINISHED;
    }
    try {
      var _ = EnrolmentToken.parse(token());
      return Look.WHOLE;
    } catch (MalformedTokenException e) {
      return Look.SLIP;
    }
  }

  /** The group that the next digit belongs to, from 0. */
  int group() {
    return Math.min(text.length(), DIGITS - 1) / GROUP;
  }

  /** What stands in a group so far. */
  String group(int at) {
    int from = Math.min(text.length(), at * GROUP);
    return text.substring(from, Math.min(text.length(), from + GROUP));
  }

  /** As the agent reads it. */
  String token() {
    return PREFIX + text.toUpperCase(Locale.ROOT);
  }

  /** Never shows the token. */
  @Override
  public String toString() {
    return "TypedToken[" + text.length() + "]";
  }
}
