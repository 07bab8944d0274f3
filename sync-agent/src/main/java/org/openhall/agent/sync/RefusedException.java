package org.openhall.agent.sync;

import org.openhall.agent.text.Sentence;

/** A release that is signed rightly and yet cannot be taken. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Sentence sentence;

  RefusedException(Sentence sentence) {
    super(sentence.toString());
    this.sentence = sentence;
  }

  Sentence sentence() {
    return sentence;
  }
}
