package org.openhall.office.enrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.link.EnrolmentRefusal.Reason;
import org.openhall.link.EnrolmentToken;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.enrol.EnrolOutcome.Enrolled;
import org.openhall.office.enrol.EnrolOutcome.Refused;
import org.openhall.office.text.OfficeTime;

class EnrolmentTest {
  private static final Instant NOON = Instant.parse("2026-11-01T04:00:00Z");
  private static final byte[] ROOT = "root".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private OfficeDatabase database;

  @BeforeEach
  void open() throws IOException {
    database = OfficeDatabase.open(folder);
  }

  private Enrolment at(Instant time) {
    return new Enrolment(database, new SecureRandom(), Clock.fixed(time, OfficeTime.ZONE));
  }

  @Test
  void enrolsOnceWithAToken() throws SQLException {
    EnrolmentToken token = at(NOON).issue(ROOT, "一楼大厅");
    String id = assertInstanceOf(Enrolled.class, at(NOON).redeem(token.text(), null)).terminalId();
    assertEquals(new Refused(Reason.USED_TOKEN), at(NOON).redeem(token.text(), null));
    assertEquals(List.of(new EnrolledTerminal(id, "一楼大厅", NOON)), at(NOON).terminals());
  }

  @Test
  void takesTheHallFromTheTerminalWhereTheOfficeNamedNone() throws SQLException {
    EnrolmentToken token = at(NOON).issue(ROOT, null);
    at(NOON).redeem(token.text(), "二楼");
    assertEquals("二楼", at(NOON).terminals().getFirst().hall());
  }

  @Test
  void refusesATokenThatIsADayOld() throws SQLException {
    EnrolmentToken token = at(NOON).issue(ROOT, null);
    Instant dayLater = NOON.plus(Duration.ofHours(24));
    assertEquals(new Refused(Reason.EXPIRED_TOKEN), at(dayLater).redeem(token.text(), null));
    assertInstanceOf(Enrolled.class, at(dayLater.minusSeconds(1)).redeem(token.text(), null));
  }

  @Test
  void refusesATokenItNeverMade() throws SQLException {
    String foreign = EnrolmentToken.issue(new SecureRandom(), ROOT).text();
    assertEquals(new Refused(Reason.UNKNOWN_TOKEN), at(NOON).redeem(foreign, null));
  }

  @Test
  void refusesWhatIsNoToken() throws SQLException {
    assertEquals(new Refused(Reason.MALFORMED_REQUEST), at(NOON).redeem("OH1-abc", null));
  }

  @Test
  void letsOneOfTwoTerminalsInThatShowOneTokenAtOnce()
      throws InterruptedException, ExecutionException {
    String token = at(NOON).issue(ROOT, null).text();
    try (ExecutorService both = Executors.newFixedThreadPool(4)) {
      List<Future<EnrolOutcome>> outcomes =
          both.invokeAll(Collections.nCopies(4, () -> at(NOON).redeem(token, null)));
      int enrolled = 0;
      for (Future<EnrolOutcome> outcome : outcomes) {
        enrolled += outcome.get() instanceof Enrolled ? 1 : 0;
      }
      assertEquals(1, enrolled);
    }
  }

  @Test
  void storesNoTokenThatCouldBeUsed() throws IOException {
    EnrolmentToken token = at(NOON).issue(ROOT, null);
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains(token.secret()), file.toString());
      }
    }
  }
}
