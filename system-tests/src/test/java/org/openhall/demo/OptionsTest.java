package org.openhall.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionsTest {

  private static Options of(String... words) throws Options.UsageException {
    return Options.of(words);
  }

  @Test
  void withoutWordsItIsADemoOfTheSample() throws Options.UsageException {
    assertEquals(
        new Options(Path.of(".openhall", "demo"), Optional.empty(), Optional.empty(), false), of());
  }

  @Test
  void takesEveryFolderInBothSpellings(@TempDir Path dir) throws Options.UsageException {
    Options whole = new Options(dir, Optional.of(dir), Optional.of(dir), true);
    assertEquals(
        whole, of("--desk", "--data", "" + dir, "--pictures", "" + dir, "--content", "" + dir));
    assertEquals(whole, of("--data=" + dir, "--pictures=" + dir, "--content=" + dir, "--desk"));
  }

  @Test
  void namesTheWordThatItDoesNotKnow() {
    assertTrue(refusal("--picture", "x").contains("'--picture'"));
    assertTrue(refusal("--pictures").contains("--pictures needs a folder"));
    assertTrue(refusal("--pictures", "--data", "d").contains("--pictures needs a folder"));
    assertTrue(refusal("--content", "no-such-folder").contains("no-such-folder"));
  }

  private static String refusal(String... words) {
    return assertThrows(Options.UsageException.class, () -> of(words)).toString();
  }
}
