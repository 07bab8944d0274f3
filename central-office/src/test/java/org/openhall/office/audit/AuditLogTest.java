package org.openhall.office.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OnBothDatabases;
import org.openhall.office.database.TestDatabase;
import org.openhall.office.text.OfficeTime;

@OnBothDatabases
class AuditLogTest {
  private final TestDatabase kind;
  @TempDir Path folder;
  private OfficeDatabase database;
  private AuditLog log;
  private AuditTrail trail;

  AuditLogTest(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() throws IOException {
    database = kind.open(folder);
    log = new AuditLog(database, OfficeTime.clock());
    trail = new AuditTrail(database);
  }

  private void add(String... subjects) throws SQLException {
    for (String subject : subjects) {
      log.add(Entry.ofCommand(Deed.IMPORTED, subject, "甲"));
    }
  }

  private void sql(String sql) {
    database.client().sql(sql).update();
  }

  private void isBroken(long number, VerifyOutcome.Why why) throws SQLException {
    assertEquals(new VerifyOutcome.Broken(number, why), trail.verify());
  }

  @Test
  void anEmptyLogIsWhole() throws SQLException {
    assertEquals(new VerifyOutcome.Whole(0, "0".repeat(64)), trail.verify());
  }

  @Test
  void namesTheFirstEntryThatIsNotWhatWasWritten() throws SQLException {
    add("a", "b", "c", "d");
    assertEquals(4, assertInstanceOf(VerifyOutcome.Whole.class, trail.verify()).entries());
    sql("UPDATE audit_entry SET words = '乙' WHERE number = 3");
    isBroken(3, VerifyOutcome.Why.CHANGED);
    sql("UPDATE audit_entry SET words = '甲' WHERE number = 3");
    sql("UPDATE audit_entry SET who = 'commandI', deed = 'MPORTED' WHERE number = 2");
    isBroken(2, VerifyOutcome.Why.CHANGED);
  }

  @Test
  void namesAnEntryThatWasTakenOut() throws SQLException {
    add("a", "b", "c");
    sql("DELETE FROM audit_entry WHERE number = 2");
    isBroken(2, VerifyOutcome.Why.MISSING);
    sql("UPDATE audit_entry SET number = 2 WHERE number = 3");
    isBroken(2, VerifyOutcome.Why.CHANGED);
  }

  @Test
  void whatIsRolledBackLeavesNoEntry() throws SQLException {
    add("a");
    try (Connection deed = database.connect()) {
      deed.setAutoCommit(false);
      log.add(deed, Entry.ofCommand(Deed.IMPORTED, "b", ""));
      deed.rollback();
    }
    add("c");
    assertEquals(
        List.of("c", "a"),
        trail.list(AuditTrail.Filter.ALL, 10).stream().map(AuditRow::subject).toList());
  }

  @Test
  void twoInstancesThatAppendAtOnceMakeOneChain()
      throws IOException, SQLException, InterruptedException, ExecutionException {
    List<OfficeDatabase> instances = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      instances.add(kind.open(folder)); // all before the first writes, so that they meet
    }
    List<Future<?>> writers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (OfficeDatabase its : instances) {
        AuditLog other = new AuditLog(its, OfficeTime.clock());
        writers.add(
            threads.submit(() -> {
              for (int n = 0; n < 25; n++) {
                try (Connection deed = its.connect()) {
                  deed.setAutoCommit(false);
                  other.add(deed, Entry.ofCommand(Deed.IMPORTED, "x", ""));
                  deed.commit();
                }
              }
              return true;
            }));
      }
    }
    for (Future<?> writer : writers) {
      writer.get();
    }
    assertEquals(100, assertInstanceOf(VerifyOutcome.Whole.class, trail.verify()).entries());
  }

  @Test
  void listsByWhoDeedAndSubject() throws SQLException {
    add("T1", "T2");
    log.add(new Entry("li.ming", Deed.SIGNED_IN, "li.ming", ""));
    assertEquals(1, trail.list(new AuditTrail.Filter("li", "", "", "", 0), 9).size());
    assertEquals(2, trail.list(new AuditTrail.Filter("", "IMPORTED", "", "", 0), 9).size());
    assertEquals(1, trail.list(new AuditTrail.Filter("", "", "T2", "", 0), 9).size());
    assertEquals(1, trail.list(new AuditTrail.Filter("", "", "", "", 2), 9).size());
    assertEquals(0, trail.list(new AuditTrail.Filter("", "", "", "2999-01-01", 0), 9).size());
  }
}
