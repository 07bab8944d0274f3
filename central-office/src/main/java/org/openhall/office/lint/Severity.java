package org.openhall.office.lint;

import java.util.Locale;
import java.util.Optional;

/** How much a finding matters, the most first. */
public enum Severity {
  /** Must not be published; a release is not prepared. */
  ERROR,
  /** Wrong, or missing against the law: to be put right. */
  WARNING,
  /** To be known; often right as it stands. */
  NOTICE;

  /** The severity's name on the command line and in files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The severity of that name, if there is one. */
  public static Optional<Severity> of(String code) {
    for (Severity severity : values()) {
      if (severity.code().equals(code)) {
        return Optional.of(severity);
      }
    }
    return Optional.empty();
  }
}
