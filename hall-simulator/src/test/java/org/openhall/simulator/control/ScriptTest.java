package org.openhall.simulator.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptTest {

  @Test
  void isItsCommandsWithTheNumbersOfTheirLines() throws UsageException {
    Script script =
        Script.of(
            "a.play", List.of("# a lesson", "", "lay zhang   # his card", "  wait-for card-read"));

    assertEquals(
        List.of(new Script.Line(3, "lay zhang"), new Script.Line(4, "wait-for card-read")),
        script.lines());
  }

  @Test
  void namesFileLineAndWordOfWhatItDoesNotUnderstand() {
    UsageException wrong =
        assertThrows(
            UsageException.class, () -> Script.of("a.play", List.of("lay zhang", "paper wet")));

    assertEquals("a.play:2: paper 'wet'. Possible: ok, near-end, out.", wrong.getMessage());
  }
}
