package org.openhall.repository.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {

  @ParameterizedTest
  @CsvSource({
    "*, a, true",
    "*, a/b, false",
    "*/*, a/b, true",
    "packs/*.pack, packs/a.pack, true",
    "packs/*.pack, packs/a.txt, false",
    "packs/*.pack, packs/.pack, true",
    "packs/*.pack, packs/x/a.pack, false",
    "a?c, abc, true",
    "a?c, ac, false",
    "a?c, a/c, false",
    "a*b*c, aXbYbZc, true",
    "a*b*c, aXc, false",
    "[a-c]x, bx, true",
    "[a-c]x, dx, false",
    "[!a-c]x, dx, true",
    "[!a-c]x, bx, false",
    "[]]x, ]x, true",
    "[ab, [ab, true",
    "[ab, a, false",
    "a.c, abc, false",
    "abc, ABC, false",
    "a, ab, false",
    "'', '', true",
    "明*, 明厅, true",
  })
  void matchesAsAShellDoesForPaths(String pattern, String name, boolean expected) {
    assertEquals(expected, PathPattern.matches(pattern, name));
  }

  /** Steps grow with the product of the lengths, where a naive matcher never ends. */
  @Test
  void manyStarsDoNotExplode() {
    assertFalse(PathPattern.matches("a*".repeat(100) + "b", "a".repeat(2_000)));
  }
}
