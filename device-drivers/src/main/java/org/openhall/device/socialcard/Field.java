package org.openhall.device.socialcard;

import org.openhall.device.socialcard.ReadCommand.File;

/**
 * The records that are read. Sex, nation, birth, the card's own code and the rest are not needed
 * and stay on the card.
 */
enum Field {
  VERSION(File.EF05, 0x03, 4),
  VALID_UNTIL(File.EF05, 0x06, 4),
  CARD_NUMBER(File.EF05, 0x07, 9),
  IDENTITY_NUMBER(File.EF06, 0x08, 18),
  NAME(File.EF06, 0x09, 30);

  /** Cards from 2.0 on count the records of EF06 from 1, older ones go on from EF05. */
  private static final int FIRST_OF_EF06 = 0x08;

  private final File file;
  private final int tag;
  private final int length;

  Field(File file, int tag, int length) {
    this.file = file;
    this.tag = tag;
    this.length = length;
  }

  File file() {
    return file;
  }

  int tag() {
    return tag;
  }

  /** Of its content, in bytes. */
  int length() {
    return length;
  }

  /** The number of its record, where each file counts its own. */
  int ownRecord() {
    return file == File.EF06 ? tag - FIRST_OF_EF06 + 1 : tag;
  }

  /** The number of its record, where the files count on. */
  int runningRecord() {
    return tag;
  }
}
