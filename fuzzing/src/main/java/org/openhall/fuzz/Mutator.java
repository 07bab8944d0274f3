package org.openhall.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Makes new inputs of old ones, the same ones for the same seed. */
final class Mutator {

  private static final byte[] EDGES = {0, 1, ' ', '0', '9', 0x7F, (byte) 0x80, (byte) 0xFE, -1};
  private static final int MOST_CHANGES = 5;

  private final SplittableRandom random;
  private final List<byte[]> words;
  private final int longest;

  Mutator(FuzzTarget target, long seed) {
    this.random = new SplittableRandom(seed);
    this.words = target.words();
    this.longest = target.longest();
  }

  /** Some input of the pool, changed in one to five places. */
  byte[] next(List<byte[]> pool) {
    byte[] input = one(pool);
    for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0; changes--) {
      input = changed(input, pool);
    }
    return input.length <= longest ? input : Arrays.copyOf(input, longest);
  }

  private byte[] changed(byte[] input, List<byte[]> pool) {
    int at = random.nextInt(input.length + 1);
    int end = Math.min(input.length, at + 1 + random.nextInt(1 + random.nextInt(64)));
    return switch (random.nextInt(9)) {
      case 0 -> with(input, at, (byte) random.nextInt(256));
      case 1 -> with(input, at, EDGES[random.nextInt(EDGES.length)]);
      case 2 ->
          at < input.length ? with(input, at, (byte) (input[at] ^ 1 << random.nextInt(8))) : input;
      case 3 -> replaced(input, at, at, word());
      case 4 -> over(input, at, word());
      case 5 -> replaced(input, at, end, new byte[0]);
      case 6 -> replaced(input, at, at, Arrays.copyOfRange(input, at, end));
      case 7 -> spliced(input, at, one(pool));
      default -> Arrays.copyOf(input, at);
    };
  }

  private byte[] one(List<byte[]> pool) {
    return pool.isEmpty() ? new byte[0] : pool.get(random.nextInt(pool.size()));
  }

  /** A word, or a number of one, two or four bytes. */
  private byte[] word() {
    if (!words.isEmpty() && random.nextInt(3) > 0) {
      return words.get(random.nextInt(words.size()));
    }
    byte[] number = new byte[1 << random.nextInt(3)];
    Arrays.fill(number, EDGES[random.nextInt(EDGES.length)]);
    number[random.nextInt(number.length)] = (byte) random.nextInt(256);
    return number;
  }

  private static byte[] with(byte[] input, int at, byte value) {
    return over(input, at, new byte[] {value});
  }

  private static byte[] over(byte[] input, int at, byte[] word) {
    byte[] output = Arrays.copyOf(input, Math.max(input.length, at + word.length));
    System.arraycopy(word, 0, output, at, word.length);
    return output;
  }

  private static byte[] replaced(byte[] input, int from, int to, byte[] by) {
    byte[] output = Arrays.copyOf(input, input.length - (to - from) + by.length);
    System.arraycopy(by, 0, output, from, by.length);
    System.arraycopy(input, to, output, from + by.length, input.length - to);
    return output;
  }

  private byte[] spliced(byte[] input, int at, byte[] other) {
    int from = random.nextInt(other.length + 1);
    return replaced(input, at, input.length, Arrays.copyOfRange(other, from, other.length));
  }
}
