package org.openhall.office.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.openhall.link.Base64Bytes;
import org.openhall.link.envelope.Binding;
import org.openhall.link.envelope.Binding.Way;
import org.openhall.link.envelope.Envelope;
import org.openhall.link.envelope.OpenOutcome;
import org.openhall.link.envelope.OpeningKey;
import org.openhall.link.envelope.PersonalForm;
import org.openhall.link.envelope.SealKey;
import org.openhall.office.database.OfficeDatabase;

/** What came sealed: which there are, opening one, answering a question. */
public final class SealedDesk {
  private static final String QUERY =
      "SELECT s.*, coalesce(t.hall, '') AS hall, k.id IS NOT NULL AS known, r.answered_at"
          + " FROM sealed_event s JOIN terminal t ON t.id = s.terminal_id"
          + " LEFT JOIN intake_key k ON k.id = s.key_id"
          + " LEFT JOIN sealed_reply r ON r.number = s.number ";

  private final OfficeDatabase database;
  private final Clock clock;

  public SealedDesk(OfficeDatabase database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Something that came sealed.
   *
   * @param number for people
   * @param hall where the terminal stands, or empty
   * @param isKeyKnown whether its key is one of this office's
   * @param isAnswered whether an answer is kept for it
   */
  public record Kept(
      long number,
      String terminalId,
      String eventId,
      String hall,
      String type,
      Instant receivedAt,
      Envelope envelope,
      boolean isKeyKnown,
      boolean isAnswered) {

    Binding binding(Way way) {
      return new Binding(way, terminalId, eventId, type);
    }
  }

  /** All, the latest first. */
  public List<Kept> all() {
    return database
        .client()
        .sql(QUERY + "ORDER BY s.number DESC")
        .query((row, _) -> kept(row))
        .list();
  }

  /** The one of this number. */
  public Optional<Kept> find(long number) {
    return database
        .client()
        .sql(QUERY + "WHERE s.number = ?")
        .param(number)
        .query((row, _) -> kept(row))
        .optional();
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        row.getLong("number"),
        row.getString("terminal_id"),
        row.getString("event_id"),
        row.getString("hall"),
        row.getString("type"),
        Instant.parse(row.getString("received_at")),
        envelope(row),
        row.getBoolean("known"),
        row.getString("answered_at") != null);
  }

  private static Envelope envelope(ResultSet row) throws SQLException {
    return new Envelope(
        row.getString("key_id"),
        Base64Bytes.of(row.getBytes("encapsulated")),
        Base64Bytes.of(row.getBytes("sealed")));
  }

  /** Opens one, in memory. */
  public OpenOutcome open(Kept kept, OpeningKey key) {
    return key.open(kept.envelope(), kept.binding(Way.UP));
  }

  /**
   * Seals an answer to the key of the visit and keeps it so, in the place of one before.
   *
   * @param answer closed in any case
   */
  public void answer(Kept kept, SealKey visit, PersonalForm answer) {
    Envelope envelope;
    try (answer) {
      envelope = visit.seal(answer.encode(), kept.binding(Way.DOWN));
    }
    database
        .client()
        .sql(
            "INSERT INTO sealed_reply (number, key_id, encapsulated, sealed, answered_at)"
                + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (number) DO UPDATE SET"
                + " key_id = excluded.key_id, encapsulated = excluded.encapsulated,"
                + " sealed = excluded.sealed, answered_at = excluded.answered_at")
        .param(kept.number())
        .param(envelope.key())
        .param(envelope.encapsulated().bytes())
        .param(envelope.sealed().bytes())
        .param(clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
        .update();
  }

  /** The answer to a terminal's own event. */
  public ReplyOutcome reply(String terminalId, String eventId) {
    return database
        .client()
        .sql(
            "SELECT r.* FROM sealed_event s LEFT JOIN sealed_reply r ON r.number = s.number"
                + " WHERE s.terminal_id = ? AND s.event_id = ?")
        .param(terminalId)
        .param(eventId)
        .query((row, _) -> reply(row))
        .optional()
        .orElseGet(ReplyOutcome.NoSuchEvent::new);
  }

  private static ReplyOutcome reply(ResultSet row) throws SQLException {
    return row.getString("key_id") == null
        ? new ReplyOutcome.NotYet()
        : new ReplyOutcome.Answered(envelope(row));
  }
}
