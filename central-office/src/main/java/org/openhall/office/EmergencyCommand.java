package org.openhall.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.openhall.office.keys.KeyRole;
import org.openhall.office.publish.EmergencyDesk;
import org.openhall.office.text.OfficeTime;
import org.openhall.office.text.TroubleException;
import org.openhall.repository.metadata.RepositoryException;

/** {@code emergency notice}: a notice over everything, at once. */
final class EmergencyCommand implements Command {
  @Override
  public int run(Arguments arguments, Console console)
      throws IOException, RepositoryException, TroubleException {
    if (!arguments.operands().equals(List.of("notice"))) {
      throw new TroubleException("trouble.emergency-usage");
    }
    Office office = Office.open(arguments, console);
    Keys keys = new Keys(arguments, console, office);
    String title = keys.required("--title");
    List<String> text = text(Path.of(keys.required("--text-file")));
    String typed = keys.required("--until");
    Instant until = until(typed);
    if (!until.isAfter(office.clock().instant())) {
      throw new TroubleException("trouble.until", typed);
    }
    say(office.emergencyDesk().announce(title, text, until, keys.signer(KeyRole.EMERGENCY)));
    console.say("emergency.announced", title, OfficeTime.minute(until));
    return OfficeMain.DONE;
  }

  /** Says why it was not published. */
  static void say(EmergencyDesk.Outcome outcome) throws TroubleException {
    switch (outcome) {
      case PUBLISHED -> {}
      case NOT_OF_THE_ROLE ->
          throw new TroubleException("trouble.not-of-the-role", KeyRole.EMERGENCY.roleName());
      case NOTHING_PUBLISHED -> throw new TroubleException("trouble.emergency-first-release");
      case TOO_LONG -> throw new TroubleException("trouble.emergency-long");
      case OUTDATED -> throw new TroubleException("trouble.overtaken");
      case NOT_THIS_LIST ->
          throw new IllegalStateException("of a list that was signed elsewhere: " + outcome);
    }
  }

  private static List<String> text(Path file) throws IOException, TroubleException {
    try {
      return Files.readAllLines(file).stream()
          .map(String::strip)
          .filter(s -> !s.isEmpty())
          .toList();
    } catch (NoSuchFileException e) {
      throw new TroubleException("trouble.file-unreadable", file);
    }
  }

  /** A day, to its end, or an instant. */
  private static Instant until(String typed) throws TroubleException {
    try {
      return typed.contains("T")
          ? Instant.parse(typed)
          : LocalDate.parse(typed).plusDays(1).atStartOfDay(OfficeTime.ZONE).toInstant();
    } catch (DateTimeParseException e) {
      throw new TroubleException("trouble.until", typed);
    }
  }
}
