package org.openhall.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.link.Fingerprint;
import org.openhall.office.audit.AuditLog;
import org.openhall.office.audit.AuditRow;
import org.openhall.office.audit.AuditTrail;
import org.openhall.office.audit.Deed;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.keys.KeyRequests;
import org.openhall.office.keys.KeyRole;
import org.openhall.office.people.People;
import org.openhall.office.text.OfficeTime;
import org.openhall.repository.metadata.SigningKey;

/** A public half that a browser sent, from its request until it counts. */
class KeyIntakeTest {
  private @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final SigningKey made = SigningKey.generate();

  private int run(String... words) {
    List<String> all = new ArrayList<>(List.of("--data", folder.toString(), "--lang", "en"));
    all.addAll(Arrays.asList(words));
    out.reset();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    return OfficeMain.run(all, print, print);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private Fingerprint asked() throws IOException, SQLException {
    try (OfficeDatabase database = OfficeDatabase.open(folder)) {
      AuditLog log = new AuditLog(database, OfficeTime.clock());
      new People(database, log, OfficeTime.clock()).add("zhang.san", "张三", "command");
      KeyRequests requests = new KeyRequests(database, log, OfficeTime.clock());
      String half = made.key().publicValue();
      assertTrue(requests.ask("zhang.san", KeyRole.EDITORS, half));
      assertFalse(requests.ask("zhang.san", KeyRole.REVIEWERS, half), "known already");
      assertFalse(requests.ask("zhang.san", KeyRole.EDITORS, "zz"), "no key");
      assertFalse(requests.ask("zhang.san", KeyRole.ROOT, "0".repeat(64)), "not of the staff");
      return requests.waiting().getFirst().fingerprint();
    }
  }

  @Test
  void countsOnceTheKeeperHasComparedTheFingerprint() throws IOException, SQLException {
    assertEquals(0, run("init", "--demo-keys"), this::out);
    String print = asked().grouped();
    assertEquals(0, run("keys", "requests"), this::out);
    assertTrue(out().contains("张三") && !out().contains(print), out());
    assertNotEquals(0, run("keys", "staff", "add", "--request", "1"), "without the fingerprint");
    String other = Fingerprint.of(new byte[1]).grouped();
    assertNotEquals(0, run("keys", "staff", "add", "--request", "1", "--fingerprint", other));
    assertTrue(out().contains("not the fingerprint"), out());
    assertNotEquals(0, run("keys", "staff", "add", "--request", "7", "--fingerprint", print));
    assertEquals(
        0, run("keys", "staff", "add", "--request", "1", "--fingerprint", print), this::out);
    assertEquals(0, run("keys", "list"), this::out);
    String id = made.key().id().hex().substring(0, 12);
    assertTrue(
        out().lines().anyMatch(line -> line.contains(id) && line.contains("editors")), out());
    assertEquals(0, run("keys", "requests"), this::out);
    assertFalse(out().contains("张三"), "taken once");
  }

  private static String half() {
    return SigningKey.generate().key().publicValue();
  }

  @Test
  void requestsAreOnesOwnAFewAndNotedInTheLog() throws IOException, SQLException {
    try (OfficeDatabase database = OfficeDatabase.open(folder)) {
      AuditLog log = new AuditLog(database, OfficeTime.clock());
      People people = new People(database, log, OfficeTime.clock());
      people.add("zhang.san", "张三", "command");
      people.add("li.si", "李四", "command");
      KeyRequests requests = new KeyRequests(database, log, OfficeTime.clock());
      for (int i = 0; i < 5; i++) {
        assertTrue(requests.ask("zhang.san", KeyRole.EDITORS, half()));
      }
      assertFalse(requests.ask("zhang.san", KeyRole.EDITORS, half()), "as many as may wait");
      assertTrue(requests.ask("li.si", KeyRole.REVIEWERS, half()));
      assertEquals(1, requests.of("li.si").size());
      long number = requests.of("zhang.san").getFirst().number();
      assertFalse(requests.drop("li.si", number), "another's");
      assertTrue(requests.drop("zhang.san", number));
      assertFalse(requests.drop("zhang.san", number), "dropped already");
      assertTrue(requests.ask("zhang.san", KeyRole.EDITORS, half()), "those that wait count");
      requests.noteTaken(requests.waiting().getFirst().number());
      assertEquals(5, requests.waiting().size());
      List<String> deeds =
          new AuditTrail(database)
              .list(AuditTrail.Filter.ALL, 100).stream().map(AuditRow::deed).toList();
      assertEquals(7, Collections.frequency(deeds, Deed.KEY_REQUESTED.name()));
      assertEquals(1, Collections.frequency(deeds, Deed.KEY_REQUEST_DROPPED.name()));
    }
  }

  /** As {@code key-page.js} computes it. */
  @Test
  void theFingerprintIsThatOfRoleAndKey() throws IOException, SQLException {
    String text = "openhall key\neditors\n" + made.key().publicValue() + "\n";
    assertEquals(Fingerprint.of(text.getBytes(StandardCharsets.UTF_8)), asked());
  }

  @Test
  void nobodyHasOneKeyInBothRoles() throws IOException, SQLException {
    assertEquals(0, run("init", "--demo-keys"), this::out);
    String print = asked().grouped();
    assertNotEquals(0, run("keys", "staff", "add", "--request", "1", "--fingerprint", "zz"));
    assertEquals(0, run("keys", "staff", "add", "--request", "1", "--fingerprint", print));
    try (OfficeDatabase database = OfficeDatabase.open(folder)) {
      String sql = "UPDATE signing_key_request SET state = 'waiting', role = 'REVIEWERS'";
      database.client().sql(sql).update();
      AuditLog log = new AuditLog(database, OfficeTime.clock());
      print =
          new KeyRequests(database, log, OfficeTime.clock())
              .waiting()
              .getFirst()
              .fingerprint()
              .grouped();
    }
    assertNotEquals(0, run("keys", "staff", "add", "--request", "1", "--fingerprint", print));
    assertTrue(out().contains("editors"), out());
  }
}
