package org.openhall.device.idcard;

import java.time.Duration;

/**
 * The commands that are sent to the security module: command and parameter byte, and how long its
 * answer may take. Those that change the module (baud rate, RF bytes) are left out on purpose.
 */
enum SdtCommand {
  STATUS(0x11, 0xFF, Duration.ofSeconds(3)),
  SAM_NUMBER(0x12, 0xFF, Duration.ofSeconds(3)),
  FIND_CARD(0x20, 0x01, Duration.ofSeconds(3)),
  SELECT_CARD(0x20, 0x02, Duration.ofSeconds(3)),
  READ_TEXT_AND_PHOTO(0x30, 0x01, Duration.ofSeconds(5));

  private final byte command;
  private final byte parameter;
  private final Duration answerWithin;

  SdtCommand(int command, int parameter, Duration answerWithin) {
    this.command = (byte) command;
    this.parameter = (byte) parameter;
    this.answerWithin = answerWithin;
  }

  Duration answerWithin() {
    return answerWithin;
  }

  /** {@code AA AA AA 96 69 | 00 03 | command parameter | XOR of the four bytes before}. */
  byte[] frame() {
    byte[] frame = {
      (byte) 0xAA, (byte) 0xAA, (byte) 0xAA, (byte) 0x96, 0x69, 0, 3, command, parameter, 0
    };
    frame[9] = SdtFrame.checksum(frame, 5, 9);
    return frame;
  }
}
