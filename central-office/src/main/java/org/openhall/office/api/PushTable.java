package org.openhall.office.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.office.audit.AuditLog;
import org.openhall.office.audit.Deed;
import org.openhall.office.audit.Entry;
import org.openhall.office.catalog.Digest;
import org.openhall.office.database.OfficeDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Each push once: the same key with the same body is answered as it was, with another body it is
 * refused. A key whose request died before it was answered is free again after five minutes.
 */
public final class PushTable {
  private static final int NO_ANSWER_YET = 0;

  /** How long a request may take; a body of 8 MiB takes seconds. */
  static final Duration PATIENCE = Duration.ofMinutes(5);

  private final OfficeDatabase database;
  private final Pushes pushes;
  private final AuditLog log;
  private final Clock clock;

  public PushTable(OfficeDatabase database, Pushes pushes, AuditLog log, Clock clock) {
    this.database = database;
    this.pushes = pushes;
    this.log = log;
    this.clock = clock;
  }

  /** What is answered. */
  sealed interface Answer {

    /** The push, now or the first time. */
    record Pushed(int status, String json) implements Answer {}

    /** Why not. */
    record Refused(Problem problem) implements Answer {}
  }

  private record Row(
      long id, String sha256, Instant at, int status, @Nullable String answer, long proposal) {}

  /** What one request has taken upon itself. */
  private record Lease(long id, String at) {}

  Answer push(ApiToken token, String key, byte[] body) throws IOException, SQLException {
    String sha256 = Digest.of(body);
    String at = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    if (!begun(token, key, sha256, at)) {
      Row row = row(token, key).orElseThrow();
      if (!isTakenOver(row, sha256, at)) {
        return again(row, sha256);
      }
    }
    return underLease(token, new Lease(row(token, key).orElseThrow().id(), at), body);
  }

  private Answer underLease(ApiToken token, Lease lease, byte[] body)
      throws IOException, SQLException {
    boolean isDone = false;
    try {
      Pushes.Outcome outcome =
          pushes.push(
              token,
              body,
              (connection, proposal, answer) -> done(connection, token, lease, proposal, answer));
      isDone = outcome instanceof Pushes.Outcome.Done;
      return switch (outcome) {
        case Pushes.Outcome.Done(long proposal, ObjectNode answer) ->
            new Answer.Pushed(status(proposal), answer.toString());
        case Pushes.Outcome.Refused(Problem problem) -> new Answer.Refused(problem);
      };
    } finally {
      if (!isDone) {
        forget(lease); // what was refused or broke off may be sent again under its key
      }
    }
  }

  private static int status(long proposal) {
    return proposal > 0 ? 202 : 200;
  }

  /** In the transaction of the effect: a push that is answered has one, and one alone. */
  private void done(
      Connection connection, ApiToken token, Lease lease, long proposal, ObjectNode answer)
      throws SQLException {
    answer.put("push", lease.id());
    if (proposal > 0) {
      answer.put("proposal", proposal);
    }
    int noted =
        JdbcClient.create(new SingleConnectionDataSource(connection, true))
            .sql(
                "UPDATE api_push SET status = ?, answer = ?, proposal = ?"
                    + " WHERE id = ? AND at = ? AND answer IS NULL")
            .params(status(proposal), answer.toString())
            .param(proposal > 0 ? proposal : null)
            .params(lease.id(), lease.at())
            .update();
    if (noted == 0) {
      throw new IllegalStateException("push " + lease.id() + " was taken over by another request");
    }
    String id = Long.toString(lease.id());
    log.add(connection, new Entry(token.author(), Deed.API_PUSHED, id, token.source()));
  }

  private boolean begun(ApiToken token, String key, String sha256, String at) {
    return database
            .client()
            .sql(
                "INSERT INTO api_push (token, key, sha256, at) VALUES (?, ?, ?, ?)"
                    + " ON CONFLICT (token, key) DO NOTHING")
            .params(token.id(), key, sha256, at)
            .update()
        == 1;
  }

  /** A request that has had no answer for so long died; nothing of it was handed in. */
  private boolean isTakenOver(Row row, String sha256, String at) {
    Instant dead = clock.instant().minus(PATIENCE);
    if (row.answer() != null || !row.at().isBefore(dead)) {
      return false;
    }
    pushes.abandon(dead);
    return database
            .client()
            .sql(
                "UPDATE api_push SET sha256 = ?, at = ?"
                    + " WHERE id = ? AND at = ? AND answer IS NULL")
            .params(sha256, at, row.id(), row.at().toString())
            .update()
        == 1;
  }

  private static Answer again(Row row, String sha256) {
    if (!row.sha256().equals(sha256)) {
      return new Answer.Refused(Problem.of(Problem.Kind.KEY_REUSED));
    } else if (row.status() == NO_ANSWER_YET || row.answer() == null) {
      return new Answer.Refused(Problem.of(Problem.Kind.IN_PROGRESS));
    }
    return new Answer.Pushed(row.status(), row.answer());
  }

  private Optional<Row> row(ApiToken token, String key) {
    return database
        .client()
        .sql(
            "SELECT id, sha256, status, answer, proposal, at FROM api_push"
                + " WHERE token = ? AND key = ?")
        .params(token.id(), key)
        .query((row, _) ->
            new Row(
                row.getLong(1),
                row.getString(2),
                Instant.parse(row.getString(6)),
                row.getInt(3),
                row.getString(4),
                row.getLong(5)))
        .optional();
  }

  private void forget(Lease lease) {
    database
        .client()
        .sql("DELETE FROM api_push WHERE id = ? AND at = ? AND answer IS NULL")
        .params(lease.id(), lease.at())
        .update();
  }

  /** A push of this bearer as it was answered, with the state of its proposal now. */
  Optional<String> find(ApiToken token, long id) {
    return database
        .client()
        .sql(
            "SELECT a.answer, p.state FROM api_push a LEFT JOIN proposal p ON p.id = a.proposal"
                + " WHERE a.token = ? AND a.id = ? AND a.answer IS NOT NULL")
        .params(token.id(), id)
        .query((row, _) -> now(row.getString(1), row.getString(2)))
        .optional();
  }

  private static String now(String answer, @Nullable String state) {
    JsonNode json = JsonMapper.shared().readTree(answer.getBytes(StandardCharsets.UTF_8));
    if (state != null && json instanceof ObjectNode object) {
      object.put("state", state);
    }
    return json.toString();
  }
}
