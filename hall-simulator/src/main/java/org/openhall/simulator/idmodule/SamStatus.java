package org.openhall.simulator.idmodule;

import java.io.ByteArrayOutputStream;

/** The third status byte of an answer. */
enum SamStatus {
  OK(0x90),
  CARD_FOUND(0x9F),
  BAD_CHECKSUM(0x10),
  BAD_LENGTH(0x11),
  UNKNOWN_COMMAND(0x21),
  NO_PERMISSION(0x23),
  UNKNOWN_ERROR(0x24),
  CARD_REFUSES(0x31),
  MODULE_REFUSES(0x32),
  NOT_VERIFIED(0x33),
  WRONG_CARD(0x40),
  READ_FAILED(0x41),
  NO_RANDOM(0x47),
  SELF_TEST_FAILED(0x60),
  NOT_AUTHORISED(0x66),
  FIND_FAILED(0x80),
  SELECT_FAILED(0x81),
  NO_CONTENT(0x91);

  private final int code;

  SamStatus(int code) {
    this.code = code;
  }

  /** The whole answer with this status and some data. */
  byte[] frame(byte[]... data) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(new byte[] {0, 0, (byte) code});
    for (byte[] part : data) {
      body.writeBytes(part);
    }
    return Frame.around(body.toByteArray());
  }
}
