package org.openhall.link.message;

import java.util.Objects;

/**
 * A sentence in both languages, so that who reads it may change the language afterwards.
 *
 * @param zh Chinese
 * @param en English
 */
public record TwoTongues(String zh, String en) {
  public TwoTongues {
    Objects.requireNonNull(zh, "zh");
    Objects.requireNonNull(en, "en");
  }
}
