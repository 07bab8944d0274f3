package org.openhall.simulator.idmodule;

import java.io.ByteArrayOutputStream;

/** The third status byte of an answer. */
enum SamStatus {
  OK(0x90),
  CARD_FOUND(0x9F),
  BAD_CHECKSUM(0x10),
  BAD_LENGTH(0x11),
  UNKNOWN_COMMAND(0x21),
  READ_FAILED(0x41),
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
