package org.openhall.office;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.openhall.link.status.AgentStatus;
import org.openhall.link.status.Refusal;
import org.openhall.office.enrol.EnrolledTerminal;
import org.openhall.office.text.Messages;
import org.openhall.office.text.OfficeTime;
import org.openhall.office.text.TextTable;

/** What of each terminal somebody should look at, one line each: what, and since when. */
final class TerminalAlarms {
  private static final int LONGEST = 300;

  private final Messages messages;
  private final Clock clock;
  private final Duration silence;

  /**
   * Of terminals that said something.
   *
   * @param silence after so long without a word, that is one
   */
  TerminalAlarms(Messages messages, Clock clock, Duration silence) {
    this.messages = messages;
    this.clock = clock;
    this.silence = silence;
  }

  List<String> of(List<EnrolledTerminal> terminals) {
    List<String> lines = new ArrayList<>();
    for (EnrolledTerminal terminal : terminals) {
      EnrolledTerminal.Contact contact = terminal.contact();
      if (contact != null && terminal.revocation() == null) {
        of(contact).forEach(line -> lines.add(terminal.id() + ": " + printable(line)));
      }
    }
    return lines;
  }

  private List<String> of(EnrolledTerminal.Contact contact) {
    List<String> lines = new ArrayList<>();
    if (contact.at().plus(silence).isBefore(clock.instant())) {
      lines.add(messages.text("alarm.silent", minute(contact.at())));
    }
    AgentStatus.Stale stale = contact.status().stale();
    if (stale != null) {
      lines.add(messages.text("alarm.stale." + stale.reason(), minute(stale.since())));
    }
    Refusal refusal = contact.status().refusal();
    if (refusal != null) {
      lines.add(refusal(refusal));
    }
    return lines;
  }

  private String refusal(Refusal refusal) {
    return messages.text(
        refusal.standing() ? "alarm.refusal" : "alarm.refusal-over",
        refusal.thing(),
        refusal.cited(messages.text("rule." + refusal.rule())),
        minute(refusal.since()),
        minute(refusal.last()),
        refusal.times(),
        refusal.words());
  }

  private static String minute(Instant time) {
    return OfficeTime.minute(time);
  }

  /** What a terminal says is shown to a person, and works no window. */
  private static String printable(String said) {
    String line = TextTable.printable(said);
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
