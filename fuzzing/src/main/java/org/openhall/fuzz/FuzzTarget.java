package org.openhall.fuzz;

import java.util.List;

/**
 * What is fuzzed: found by {@link java.util.ServiceLoader} among the tests of a module, where it
 * lives beside the parser. Its kept inputs are the files of {@code src/test/resources/fuzz/NAME}.
 */
public interface FuzzTarget {

  /** Its name, lower case with hyphens, e.g. {@code sdt-frame}. */
  String name();

  /**
   * Tries one input, at most {@link #longest} bytes. Does the same with the same input whenever it
   * is called, needs no clock and leaves nothing behind.
   *
   * @throws AssertionError if something does not hold that must; any other unchecked exception is
   *     as bad
   */
  void run(byte[] input);

  /** Inputs to begin with that reach deep. */
  List<byte[]> seeds();

  /** Pieces of which inputs may be made, e.g. the beginning of a frame. */
  default List<byte[]> words() {
    return List.of();
  }

  /** How long an input may be, in bytes. */
  default int longest() {
    return 2_048;
  }

  /** How many inputs a test run tries beside the kept ones. */
  default int runs() {
    return 10_000;
  }

  /** How many bytes one input may allocate in all; more is a parser that believes any length. */
  default long mostAllocated() {
    return 32L << 20;
  }
}
