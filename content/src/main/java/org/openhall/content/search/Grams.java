package org.openhall.content.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The tokens of the index: every character of a folded text, every pair of neighbours, and every
 * number as a whole, each once for a document. Lines do not touch. Tokens are held as numbers (two
 * code points of 21 bits, or below zero a row of digits) in an open hash table, as texts have up to
 * some hundred thousand of them.
 */
public final class Grams {
  private static final long EMPTY = -1;

  /** Rows of digits this long are tokens: one or two digits are a character or a pair anyway. */
  private static final int SHORTEST_NUMBER = 3;

  private static final int LONGEST_NUMBER = 17;

  private long[] table = new long[1 << 10];
  private int size;

  /** No tokens yet. */
  public Grams() {
    Arrays.fill(table, EMPTY);
  }

  /** Adds the tokens of a folded text of one or more lines. */
  public void add(String folded) {
    numbers(folded).forEach(number -> insert(-Long.parseLong("1" + number)));
    long before = 0;
    for (int i = 0; i < folded.length(); ) {
      int character = folded.codePointAt(i);
      i += Character.charCount(character);
      if (character == '\n') {
        before = 0;
        continue;
      }
      insert(character);
      if (before != 0) {
        insert(before << 21 | character);
      }
      before = character;
    }
  }

  /**
   * The rows of 3 to 17 digits in a folded text. The year and the number of a document stand in one
   * row, as folding takes the brackets away, and hardly any two documents share it.
   */
  static List<String> numbers(String folded) {
    List<String> numbers = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= folded.length(); i++) {
      if (i == folded.length() || !isDigit(folded.charAt(i))) {
        if (i - from >= SHORTEST_NUMBER && i - from <= LONGEST_NUMBER) {
          numbers.add(folded.substring(from, i));
        }
        from = i + 1;
      }
    }
    return numbers;
  }

  static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }

  /** All tokens, parted by spaces, as the index takes them. */
  public String tokens() {
    StringBuilder tokens = new StringBuilder(size * 3);
    for (long gram : table) {
      if (gram != EMPTY) {
        append(gram, tokens);
      }
    }
    return tokens.toString();
  }

  private static void append(long gram, StringBuilder tokens) {
    if (gram < EMPTY) {
      tokens.append(Long.toString(-gram), 1, Long.toString(-gram).length()).append(' ');
      return;
    }
    int first = (int) (gram >> 21);
    if (first != 0) {
      tokens.appendCodePoint(first);
    }
    tokens.appendCodePoint((int) (gram & 0x1FFFFF)).append(' ');
  }

  private void insert(long gram) {
    if (place(table, gram)) {
      size++;
    }
    if (size * 2 > table.length) {
      grow();
    }
  }

  private static boolean place(long[] table, long gram) {
    int slot = (int) ((gram * 0x9E3779B97F4A7C15L) >>> 40) & (table.length - 1);
    while (table[slot] != EMPTY) {
      if (table[slot] == gram) {
        return false;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    table[slot] = gram;
    return true;
  }

  private void grow() {
    long[] larger = new long[table.length * 2];
    Arrays.fill(larger, EMPTY);
    for (long gram : table) {
      if (gram != EMPTY) {
        place(larger, gram);
      }
    }
    table = larger;
  }
}
