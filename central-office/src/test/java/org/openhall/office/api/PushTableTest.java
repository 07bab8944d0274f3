package org.openhall.office.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.office.audit.AuditLog;
import org.openhall.office.audit.Entry;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OnBothDatabases;
import org.openhall.office.database.TestDatabase;
import org.openhall.office.text.OfficeTime;

@OnBothDatabases
class PushTableTest {
  private static final int MOST_LOOKS = 60;

  @TempDir Path folder;
  private final TestDatabase kind;

  PushTableTest(TestDatabase kind) {
    this.kind = kind;
  }

  /** Wherever it dies, the key is free again, and what was pushed is handed in once. */
  @Test
  void aRequestThatDiesMidwayIsDoneByTheNextUnderItsKey()
      throws IOException, InterruptedException, SQLException {
    OfficeDatabase database = kind.open(folder);
    Clock clock = OfficeTime.clock();
    AuditLog log = new AuditLog(database, clock);
    new ApiTokens(database, log, clock)
        .issue(new ApiTokens.Wanted("省库", "某省", EnumSet.allOf(Scope.class), 30), Entry.COMMAND);
    ApiToken token = DyingPush.token(1);
    Clock later = Clock.offset(clock, PushTable.PATIENCE.plusSeconds(1));
    int unanswered = 0;
    int step = kind == TestDatabase.SQLITE ? 3 : 6;
    for (int looks = 2; looks < MOST_LOOKS; looks += step) {
      String key = "k" + looks;
      byte[] body = DyingPush.BODY.formatted(key).getBytes(StandardCharsets.UTF_8);
      if (died(key, looks) == 0) {
        break;
      }
      if (DyingPush.table(database, clock).push(token, key, body)
          instanceof PushTable.Answer.Refused(Problem problem)) {
        assertEquals(Problem.Kind.IN_PROGRESS, problem.kind());
        unanswered++;
      }
      PushTable.Answer.Pushed pushed =
          assertInstanceOf(
              PushTable.Answer.Pushed.class,
              DyingPush.table(database, later).push(token, key, body));
      assertEquals(202, pushed.status(), pushed.json());
      assertEquals(pushed, DyingPush.table(database, clock).push(token, key, body));
      assertEquals(List.of("submitted"), standing(database, key), key);
    }
    assertTrue(unanswered >= 2, "none died midway");
    assertEquals(0, proposals(database, "open"));
  }

  private int died(String key, int looks) throws IOException, InterruptedException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            DyingPush.class.getName(),
            folder.toString(),
            "1",
            key,
            Integer.toString(looks));
    Process process = new ProcessBuilder(command).inheritIO().start();
    int ended = process.waitFor();
    assertTrue(ended == 0 || ended == DyingPush.DEAD, "it ended with " + ended);
    return ended;
  }

  /**
   * States of the proposals in which what this key brought is, but for those that were given up.
   */
  private static List<String> standing(OfficeDatabase database, String key) {
    return database
        .client()
        .sql(
            "SELECT q.state FROM proposal q JOIN proposal_item i ON i.proposal = q.id"
                + " WHERE i.key LIKE ? AND q.state <> 'discarded'"
                + " GROUP BY q.id, q.state HAVING count(*) = 2")
        .param(key + "-%")
        .query((row, _) -> row.getString(1))
        .list();
  }

  private static long proposals(OfficeDatabase database, String state) {
    return database
        .client()
        .sql("SELECT count(*) FROM proposal WHERE state = ?")
        .param(state)
        .query(Long.class)
        .single();
  }
}
