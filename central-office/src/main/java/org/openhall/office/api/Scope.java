package org.openhall.office.api;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What a token lets its bearer do. */
public enum Scope {
  /** Push guides and take them back. */
  GUIDES_PUSH("guides:push"),
  /** See what became of pushes, and what the office holds of them. */
  GUIDES_READ("guides:read");

  private final String code;

  Scope(String code) {
    this.code = code;
  }

  /** Its name in the database and in the interface's description. */
  public String code() {
    return code;
  }

  static String joined(Set<Scope> scopes) {
    return scopes.stream().sorted().map(Scope::code).collect(Collectors.joining(" "));
  }

  static Set<Scope> split(String codes) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    Arrays.stream(values()).filter(s -> codes.contains(s.code)).forEach(scopes::add);
    return scopes;
  }
}
