package org.openhall.agent.sync;

import org.openhall.agent.text.Sentence;

/** A release that is signed rightly and yet cannot be taken. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Sentence sentence;
  private final transient Breach breach;

  RefusedException(Sentence sentence, Breach breach) {
    super(sentence.toString());
    this.sentence = sentence;
    this.breach = breach;
  }

  Sentence sentence() {
    return sentence;
  }

  Breach breach() {
    return breach;
  }
}
