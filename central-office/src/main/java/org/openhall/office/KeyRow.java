package org.openhall.office;

import java.time.LocalDate;
import org.openhall.office.keys.KeyDesk.Held;
import org.openhall.office.keys.KeyRegister.Entry;
import org.openhall.office.text.Messages;
import org.openhall.office.text.OfficeTime;
import org.openhall.office.text.TextTable;
import org.openhall.repository.publisher.Standing;
import tools.jackson.databind.node.ArrayNode;

/** A key in {@code keys list}, as words. */
record KeyRow(String role, String id, String holder, String since, String until, String place) {
  private static final int ID_SHOWN = 12;

  /** A key that counts; until is the day on which what its role signed expires. */
  static KeyRow of(Held key, Standing standing, Messages messages) {
    String role = key.role().roleName();
    boolean isOnline = key.role().isOnline();
    return new KeyRow(
        role,
        key.id(),
        key.entry().map(Entry::holder).orElse(isOnline ? messages.text("keys.server") : "?"),
        key.entry().map(e -> e.since().toString()).orElse("–"),
        standing.expires().containsKey(role)
            ? OfficeTime.minute(standing.expires().get(role))
            : "–",
        key.entry().map(Entry::place).orElse(isOnline ? "keys/" : "?"));
  }

  /** A key that does not count any more. */
  static KeyRow former(Entry entry, LocalDate until, Messages messages) {
    return new KeyRow(
        entry.role(),
        entry.id(),
        entry.holder(),
        entry.since().toString(),
        messages.text("keys.former", until),
        entry.place());
  }

  static TextTable table(Messages messages) {
    return new TextTable(
        messages.text("keys.role"),
        messages.text("keys.id"),
        messages.text("keys.holder"),
        messages.text("keys.since"),
        messages.text("keys.until"),
        messages.text("keys.place"));
  }

  void addTo(TextTable table) {
    table.row(role, shown(id), holder, since, until, place);
  }

  void addTo(ArrayNode array) {
    array
        .addObject()
        .put("role", role)
        .put("id", id)
        .put("holder", holder)
        .put("since", since)
        .put("until", until)
        .put("place", place);
  }

  /** As much of a key's id as people are shown. */
  static String shown(String id) {
    return id.substring(0, ID_SHOWN);
  }
}
