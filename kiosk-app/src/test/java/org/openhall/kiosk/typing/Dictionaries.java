package org.openhall.kiosk.typing;

/** The dictionaries, read once for all tests; whoever teaches them something makes it forgotten. */
public final class Dictionaries {
  /** Knows the dictionaries of this machine, sounds that are mixed up included. */
  public static final InputMethod READ = read();

  private Dictionaries() {}

  private static InputMethod read() {
    InputMethod inputMethod = new InputMethod(InputMethod.DEBIAN, true);
    String missing = inputMethod.load();
    if (!missing.isEmpty()) {
      throw new IllegalStateException(missing);
    }
    return inputMethod;
  }
}
