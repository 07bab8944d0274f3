package org.openhall.office.authority;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The names and addresses that the running server's certificate carries: by no other can a terminal
 * call it.
 */
public record ServerNames(Set<String> all) {
  private static final Comparator<String> NAMES_FIRST =
      Comparator.comparing(Hosts::isAddress).thenComparing(Comparator.naturalOrder());

  public ServerNames {
    all = Set.copyOf(all);
  }

  /** Those by which other machines can call, names before numbers; of all where there are none. */
  public List<String> forOthers() {
    List<String> others = all.stream().filter(name -> !isOwn(name)).sorted(NAMES_FIRST).toList();
    return others.isEmpty() ? all.stream().sorted(NAMES_FIRST).toList() : others;
  }

  private static boolean isOwn(String name) {
    return name.equals("localhost")
        || name.startsWith("127.")
        || name.equals("::1")
        || name.equals("0:0:0:0:0:0:0:1");
  }

  /** Whether the certificate carries this name; a number in brackets too. */
  public boolean has(String host) {
    boolean isBracketed = host.startsWith("[") && host.endsWith("]");
    return all.contains(isBracketed ? host.substring(1, host.length() - 1) : host);
  }
}
