package org.openhall.device;

/** How far a self test goes. */
public enum SelfTest {
  /** What the device can say of itself: nothing moves and nobody is needed. */
  INTERNAL,
  /** The same, and what it does outwardly, e.g. a printed test page; nobody is needed. */
  EXTERNAL,
  /** The same, and what only a person can bring about, e.g. a card that is laid down. */
  INTERACTIVE
}
