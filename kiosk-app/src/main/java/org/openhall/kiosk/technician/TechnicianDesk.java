package org.openhall.kiosk.technician;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.openhall.device.SelfTest;
import org.openhall.kiosk.doctor.Finding;

/**
 * What the program does for the service area. Called on the screen's thread and never waits; what
 * is told comes on the screen's thread.
 */
public interface TechnicianDesk {

  /** Judges a PIN, which it overwrites. */
  void enter(char[] pin, Consumer<Access.Outcome> then);

  /** Looks at everything. */
  void look(Consumer<List<Finding>> then);

  /** The devices: key, and how it is. */
  List<DeviceLine> devices(Locale locale);

  /** One device in words. */
  record DeviceLine(String key, boolean well, String words) {}

  /**
   * Tests a device.
   *
   * @param told gets lines of words, and whether it passed at the end
   */
  void test(String key, SelfTest level, Locale locale, Told told);

  /** Gets what a test says. */
  interface Told {
    /** A line. */
    void line(String words);

    /** The end. */
    void end(boolean passed);
  }

  /** Ends what is being tested. */
  void cancel();

  /** Who the terminal is and what it shows: a key of the words, and what there is to say. */
  List<Fact> facts();

  /** One fact. */
  record Fact(String key, String value) {}

  /** Notes what was done, here and for the office. */
  void did(Optional<Role> who, Deed deed, String about);

  /** New paper was put in. */
  void paperChanged();

  /** Ends the program; the machine starts it again. */
  void restartKiosk();

  /** Has the machine restarted. */
  void restartMachine();

  /** Takes the terminal out of service, or back. */
  void outOfService(Optional<Reason> reason);

  /**
   * Makes the acceptance report.
   *
   * @param person what persons said: a code of the words, and whether it was well
   */
  void accept(List<Said> person, Locale locale, Consumer<Accepted> then);

  /** A person's word. */
  record Said(String code, boolean well) {}

  /**
   * What came of an acceptance.
   *
   * @param passed whether nothing failed
   * @param digest what stands on the slip; empty where nobody signed it
   * @param printed whether the slip came out
   * @param failed what failed, in words
   */
  record Accepted(boolean passed, String digest, boolean printed, List<String> failed) {}
}
