package org.openhall.fuzz;

import org.jspecify.annotations.Nullable;

/** What Jazzer calls: one target, named by the system property {@value #TARGET}. */
public final class JazzerEntry {

  static final String TARGET = "openhall.fuzz.target";

  private static @Nullable FuzzTarget target;

  private JazzerEntry() {}

  /** Called once, before the first input. */
  public static void fuzzerInitialize() {
    String name = System.getProperty(TARGET, "");
    target =
        Corpus.targets().stream()
            .filter(it -> it.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no target " + name));
  }

  /** Called for each input. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (target != null) {
      Bounds.run(target, input);
    }
  }
}
