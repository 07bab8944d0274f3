package org.openhall.demo.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class KioskCommandTest {
  private final KioskCommand command =
      KioskCommand.of(List.of("java", "-XX:AOTCache=a b", "-Xmx1m", "-cp", "x.jar", "Main", "-q"));

  @Test
  void withoutTheQuickStartNothingElseChanges() {
    assertTrue(command.hasQuickStart());
    assertFalse(command.plain().hasQuickStart());
    assertEquals(
        List.of("java", "-Xmx1m", "-cp", "x.jar", "Main", "-q", "--once-first-frame"),
        command.plain().untilFirstFrame());
  }

  @Test
  void anotherProgramTakesTheMachinesOptionsAndNotTheWords() {
    List<String> other = command.running(String.class, "1");

    assertEquals(List.of("java", "-Xmx1m", "-cp"), other.subList(0, 3));
    assertEquals(List.of("java.lang.String", "1"), other.subList(4, 6));
  }
}
