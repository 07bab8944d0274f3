package org.openhall.simulator.card;

/**
 * A card of the box, whatever reader it is for: a {@link Card} lies on the ID module, a {@link
 * Chip} is put into the slot.
 */
public sealed interface BoxedCard permits Card, Chip {

  /** The name by which commands call it, e.g. {@code zhang}. */
  String name();

  /** Which document it is: {@code resident}, {@code hmt}, {@code foreign-2017} and so on. */
  String kind();

  /** A value of the card file; empty where the file does not have it. */
  String value(String key);

  /** What is broken about the card itself. */
  default Flaw flaw() {
    return Flaw.of(value("flaw")).orElse(Flaw.NONE);
  }
}
