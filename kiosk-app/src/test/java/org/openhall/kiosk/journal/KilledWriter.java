package org.openhall.kiosk.journal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.openhall.link.envelope.PersonalForm;
import org.openhall.link.envelope.SealKey;
import org.openhall.link.event.EventType;

/** A program that submits until it is killed, and says what was kept. */
final class KilledWriter {
  private KilledWriter() {}

  public static void main(String[] arguments) {
    Journal journal =
        new Journal(Path.of(arguments[0]), "t-1", Journal.USUAL_CAP, Clock.systemUTC());
    Optional<SealKey> key = SealKey.parse(arguments[1]);
    while (true) {
      PersonalForm form = new PersonalForm().put(PersonalForm.Field.NAME, "张三丰");
      if (journal.submit(EventType.APPLICATION, form, key) instanceof KeepOutcome.Kept(String id)) {
        System.out.println(id);
      }
    }
  }
}
