package org.openhall.device;

import java.nio.CharBuffer;
import java.util.Arrays;

/**
 * What was read from a code. Its text lives in one array, never in a String, and is zeroed by
 * {@link #close()}. {@link #toString()} says nothing of it.
 */
public final class ScannedCode implements AutoCloseable {

  private final char[] text;
  private boolean erased;

  /**
   * Takes the array over: it is zeroed with this code.
   *
   * @param text at least one character, line feeds within it as the code has them
   */
  public ScannedCode(char[] text) {
    this.text = text;
  }

  /** How many UTF-16 units it has. */
  public int length() {
    return text.length;
  }

  /**
   * The text itself, to be looked at: a view that becomes zeros with this code. What is copied out
   * of it is the caller's to erase.
   *
   * @throws IllegalStateException if the code was erased
   */
  public synchronized CharBuffer read() {
    if (erased) {
      throw new IllegalStateException("the code was erased");
    }
    return CharBuffer.wrap(text).asReadOnlyBuffer();
  }

  /** Whether {@link #close()} has zeroed it. */
  public synchronized boolean erased() {
    return erased;
  }

  /** Zeroes the text. Idempotent. */
  @Override
  public synchronized void close() {
    Arrays.fill(text, '\0');
    erased = true;
  }

  @Override
  public String toString() {
    return "ScannedCode[redacted]";
  }
}
