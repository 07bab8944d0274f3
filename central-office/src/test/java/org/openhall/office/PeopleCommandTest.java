package org.openhall.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.office.database.OfficeDatabase;

/** The commands by which an office gets its first people, and proves who did what. */
class PeopleCommandTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int office(String... words) {
    out.reset();
    err.reset();
    List<String> all = new ArrayList<>(List.of("--data", folder.toString(), "--lang", "en"));
    all.addAll(List.of(words));
    return OfficeMain.run(
        all,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String trouble() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void makesTheThreeAdministratorsAndRefusesToMixThem() {
    assertEquals(
        0, office("people", "add", "zhao", "--name", "赵伟", "--role", "system-administrator"));
    assertTrue(said().matches("(?s).*\n([A-Z2-7]{4}-){3}[A-Z2-7]{4}\n"), said());
    assertEquals(2, office("people", "add", "qian", "--role", "editor,audit-administrator"));
    assertTrue(trouble().contains("three people"), trouble());
    assertEquals(0, office("people", "list"));
    assertTrue(said().contains("system-administrator") && !said().contains("qian"), said());
    assertEquals(0, office("people", "disable", "zhao"));
    assertEquals(2, office("people", "disable", "nobody"));
    assertEquals(2, office("people", "roles", "zhao", "--role", "king"));
    assertTrue(trouble().contains("king"), trouble());
    assertEquals(2, office("people"));
  }

  @Test
  void whatCommandsDidIsInTheAuditLogAndAChangeOfItShows() throws IOException {
    office("init", "--name", "示例", "--demo-keys");
    office("import-sample");
    office("people", "add", "zhao", "--name", "赵伟");
    assertEquals(0, office("audit", "list"));
    String list = said();
    assertTrue(list.contains("SETTING_CHANGED") && list.contains("IMPORTED"), list);
    assertTrue(list.contains("PERSON_ADDED"), list);
    assertEquals(0, office("audit", "verify"));
    assertTrue(said().contains("whole: 3 entries"), said());
    try (OfficeDatabase database = OfficeDatabase.open(folder)) {
      database.client().sql("UPDATE audit_entry SET who = 'li' WHERE number = 2").update();
    }
    assertEquals(2, office("audit", "verify"));
    assertTrue(trouble().contains("entry 2"), trouble());
  }
}
