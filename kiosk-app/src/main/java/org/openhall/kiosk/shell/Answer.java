package org.openhall.kiosk.shell;

/**
 * What came of a question to the published content.
 *
 * @param <T> what was asked for
 */
public sealed interface Answer<T> {

  /** The content answered. */
  record Given<T>(T value) implements Answer<T> {}

  /** There is no content on this terminal yet. */
  record NoContent<T>() implements Answer<T> {}

  /**
   * What was asked for is damaged on this terminal and is not shown.
   *
   * @param sentence what is wrong, for a technician
   */
  record Damaged<T>(String sentence) implements Answer<T> {}
}
