package org.openhall.agent;

import org.openhall.agent.text.Sentence;

/** A command line that cannot be followed. */
final class WrongArgumentException extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Sentence sentence;

  WrongArgumentException(String key, Object... arguments) {
    super(key);
    this.sentence = Sentence.of(key, arguments);
  }

  Sentence sentence() {
    return sentence;
  }
}
