package org.openhall.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The run can fail: parsers with one fault each, of which the seed shows nothing. */
class RegressionTest {

  private static final byte[] SEED = "len:3:abc".getBytes(StandardCharsets.UTF_8);

  @Test
  void aSoundParserPasses() {
    assertEquals(10_001, Regression.of(target(input -> {})));
  }

  @Test
  void aLengthThatIsBelievedIsFoundAndTheInputIsNamed() {
    String message = failure(input -> read(input, length(input)));
    String hex = message.substring(message.lastIndexOf(' ') + 1);
    byte[] input = HexFormat.of().parseHex(hex);
    assertThrows(ArrayIndexOutOfBoundsException.class, () -> read(input, length(input)));
  }

  @Test
  void aLoopWithoutAnEndIsFound() {
    String message =
        failure(input -> {
          int at = 0;
          while (at < input.length && !Thread.interrupted()) {
            at += input[at] == 0 ? 0 : 1;
          }
        });
    assertTrue(message.startsWith("it does not end at "), message);
  }

  @Test
  void memoryForALengthThatIsOnlySaidIsFound() {
    String message = failure(input -> assertNotNull(new byte[length(input) << 20]));
    assertTrue(message.contains("allocated"), message);
  }

  /** The digit behind {@code len:}, or 0. */
  private static int length(byte[] input) {
    return input.length > 4 && input[4] > '0' ? (input[4] - '0') * 8 : 0;
  }

  private static void read(byte[] input, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length / 8; i++) {
      text.append(input[6 + i]);
    }
    assertNotNull(text);
  }

  private static String failure(Consumer<byte[]> parser) {
    return String.valueOf(
        assertThrows(AssertionError.class, () -> Regression.of(target(parser))).getMessage());
  }

  private static FuzzTarget target(Consumer<byte[]> parser) {
    return new FuzzTarget() {
      @Override
      public String name() {
        return "it";
      }

      @Override
      public void run(byte[] input) {
        parser.accept(input);
      }

      @Override
      public List<byte[]> seeds() {
        return List.of(SEED);
      }
    };
  }
}
