package org.openhall.simulator.idmodule;

/** What came over the line, as far as its frame can be told. */
sealed interface Request {

  /**
   * A frame of the announced length.
   *
   * @param body what follows the length: command, parameter, data, without the checksum
   * @param intact whether the checksum was right
   */
  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared or changed
  record Framed(byte[] body, boolean intact) implements Request {}

  /** A frame whose length field cannot be, or that ended before its announced length. */
  record WrongLength() implements Request {}
}
