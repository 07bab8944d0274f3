package org.openhall.office;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhall.office.database.StaleDays;
import org.openhall.office.enrol.EnrolledTerminal;
import org.openhall.office.text.Messages;
import org.openhall.office.text.OfficeTime;
import org.openhall.office.text.TextTable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code terminals}: who they are, what they show, until when they may call. */
final class TerminalsCommand implements Command {
  private static final String NONE = "—";

  @Override
  public int run(Arguments arguments, Console console) throws IOException {
    Office office = Office.open(arguments, console);
    List<EnrolledTerminal> terminals = office.terminals().all();
    if (terminals.isEmpty()) {
      console.say("terminals.none");
    } else {
      Messages messages = console.messages();
      console.print(table(terminals, messages, office.clock().instant()).lines());
      Duration silence = new StaleDays(office.database()).get();
      console.print(new TerminalAlarms(messages, office.clock(), silence).of(terminals));
    }
    if (arguments.wantsJson()) {
      console.out().println(json(terminals));
    }
    return OfficeMain.DONE;
  }

  private static TextTable table(List<EnrolledTerminal> terminals, Messages messages, Instant now) {
    TextTable table =
        new TextTable(
            messages.text("terminals.id"),
            messages.text("terminals.hall"),
            messages.text("terminals.release"),
            messages.text("terminals.contact"),
            messages.text("terminals.until"),
            messages.text("terminals.state"));
    for (EnrolledTerminal terminal : terminals) {
      EnrolledTerminal.Contact contact = terminal.contact();
      String hall = terminal.hall();
      Instant until = terminal.certificateUntil();
      table.row(
          terminal.id(),
          hall == null ? NONE : hall,
          contact == null ? NONE : contact.status().release(),
          contact == null ? NONE : OfficeTime.minute(contact.at()),
          until == null ? NONE : OfficeTime.day(until),
          state(terminal, messages, now));
    }
    return table;
  }

  /** The worst that is to be said: locked out, certificate over, then the terminal's own word. */
  private static String state(EnrolledTerminal terminal, Messages messages, Instant now) {
    EnrolledTerminal.Revocation revocation = terminal.revocation();
    if (revocation != null) {
      return messages.text("terminals.revoked", revocation.why());
    }
    Instant until = terminal.certificateUntil();
    if (until == null || !now.isBefore(until)) {
      return messages.text("terminals.expired");
    }
    EnrolledTerminal.Contact contact = terminal.contact();
    return contact == null
        ? messages.text("terminals.silent")
        : messages.text("terminals.outcome." + contact.status().outcome().name());
  }

  private static ObjectNode json(List<EnrolledTerminal> terminals) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    ArrayNode array = json.putArray("terminals");
    for (EnrolledTerminal terminal : terminals) {
      ObjectNode one = array.addObject();
      one.put("id", terminal.id())
          .put("hall", terminal.hall())
          .put("enrolledAt", terminal.enrolledAt().toString())
          .put("certificateUntil", text(terminal.certificateUntil()));
      EnrolledTerminal.Contact contact = terminal.contact();
      if (contact != null) {
        one.put("lastContact", contact.at().toString())
            .put("release", contact.status().release())
            .put("outcome", contact.status().outcome().name())
            .put("detail", contact.status().detail())
            .putPOJO("refusal", contact.status().refusal())
            .putPOJO("stale", contact.status().stale());
      }
      EnrolledTerminal.Revocation revocation = terminal.revocation();
      if (revocation != null) {
        one.put("revokedAt", revocation.at().toString()).put("revokedWhy", revocation.why());
      }
    }
    return json;
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
