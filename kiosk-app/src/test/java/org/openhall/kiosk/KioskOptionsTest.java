package org.openhall.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhall.kiosk.KioskOptions.BadOptionException;
import org.openhall.kiosk.shell.Language;

class KioskOptionsTest {

  @Test
  void readsEveryOption() throws BadOptionException {
    KioskOptions options = parse("--data dir --window 540x960+20+0 --lang en --once-first-frame");

    assertEquals(Path.of("dir"), options.data());
    assertEquals(Optional.of(new WindowBounds(540, 960, 20, 0)), options.window());
    assertEquals(Language.ENGLISH, options.language());
    assertTrue(options.onceFirstFrame());
  }

  @Test
  void helpNeedsNothingElse() throws BadOptionException {
    assertTrue(parse("--help").help());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--lang en",
        "--data",
        "--data dir --window 540x960",
        "--data dir --window 0x960+0+0",
        "--data dir --lang fr",
        "--data dir --frobnicate"
      })
  void refusesWhatItCannotFollow(String line) {
    assertThrows(BadOptionException.class, () -> parse(line));
  }

  private static KioskOptions parse(String line) throws BadOptionException {
    return KioskOptions.parse(List.of(line.split(" ")));
  }
}
