package org.openhall.office.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.office.audit.AuditLog;
import org.openhall.office.audit.Deed;
import org.openhall.office.audit.Entry;
import org.openhall.office.catalog.Digest;
import org.openhall.office.database.OfficeDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Each push once: the same key with the same body is answered as it was, with another body it is
 * refused.
 */
public final class PushTable {
  private static final int NO_ANSWER_YET = 0;

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

  private record Row(long id, String sha256, int status, @Nullable String answer, long proposal) {}

  Answer push(ApiToken token, String key, byte[] body) throws IOException, SQLException {
    String sha256 = Digest.of(body);
    if (!begun(token, key, sha256)) {
      return again(row(token, key).orElseThrow(), sha256);
    }
    long id = row(token, key).orElseThrow().id();
    boolean isDone = false;
    try {
      Pushes.Outcome outcome = pushes.push(token, body);
      if (outcome instanceof Pushes.Outcome.Done(long proposal, ObjectNode answer)) {
        isDone = true;
        return done(token, id, proposal, answer);
      }
      return new Answer.Refused(((Pushes.Outcome.Refused) outcome).problem());
    } finally {
      if (!isDone) {
        forget(id); // what was refused or broke off may be sent again under its key
      }
    }
  }

  private Answer done(ApiToken token, long id, long proposal, ObjectNode answer)
      throws SQLException {
    answer.put("push", id);
    if (proposal > 0) {
      answer.put("proposal", proposal);
    }
    int status = proposal > 0 ? 202 : 200;
    database
        .client()
        .sql("UPDATE api_push SET status = ?, answer = ?, proposal = ? WHERE id = ?")
        .params(status, answer.toString())
        .param(proposal > 0 ? proposal : null)
        .param(id)
        .update();
    log.add(new Entry("api:" + token.name(), Deed.API_PUSHED, Long.toString(id), token.source()));
    return new Answer.Pushed(status, answer.toString());
  }

  private boolean begun(ApiToken token, String key, String sha256) {
    return database
            .client()
            .sql(
                "INSERT INTO api_push (token, key, sha256, at) VALUES (?, ?, ?, ?)"
                    + " ON CONFLICT (token, key) DO NOTHING")
            .params(token.id(), key, sha256)
            .param(clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
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
            "SELECT id, sha256, status, answer, proposal FROM api_push WHERE token = ? AND key = ?")
        .params(token.id(), key)
        .query((row, _) ->
            new Row(
                row.getLong(1), row.getString(2), row.getInt(3), row.getString(4), row.getLong(5)))
        .optional();
  }

  private void forget(long id) {
    database.client().sql("DELETE FROM api_push WHERE id = ?").param(id).update();
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
