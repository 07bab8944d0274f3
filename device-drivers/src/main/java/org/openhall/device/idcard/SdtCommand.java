package org.openhall.device.idcard;

import java.time.Duration;

/**
 * The commands that are sent to the security module: command and parameter byte, how long its
 * answer may take and be, and how often it may be asked in all when question or answer come
 * garbled. Those that change the module (baud rate, RF bytes) are left out on purpose.
 *
 * <p>Find is asked once, because a reading asks it again anyway; select once, because a module that
 * did select refuses to do so twice.
 */
enum SdtCommand {
  STATUS(0x11, 0xFF, Duration.ofSeconds(3), 64, 3),
  SAM_NUMBER(0x12, 0xFF, Duration.ofSeconds(3), 64, 3),
  FIND_CARD(0x20, 0x01, Duration.ofSeconds(3), 64, 1),
  SELECT_CARD(0x20, 0x02, Duration.ofSeconds(3), 64, 1),
  READ_TEXT_AND_PHOTO(0x30, 0x01, Duration.ofSeconds(5), SdtFrame.LONGEST, 3),
  READ_NEWEST_ADDRESS(0x30, 0x03, Duration.ofSeconds(3), 256, 3);

  private final byte command;
  private final byte parameter;
  private final Duration answerWithin;
  private final int longestAnswer;
  private final int tries;

  SdtCommand(int command, int parameter, Duration answerWithin, int longestAnswer, int tries) {
    this.command = (byte) command;
    this.parameter = (byte) parameter;
    this.answerWithin = answerWithin;
    this.longestAnswer = longestAnswer;
    this.tries = tries;
  }

  Duration answerWithin() {
    return answerWithin;
  }

  /** So many bytes at most may follow the length of an answer; a longer one is noise. */
  int longestAnswer() {
    return longestAnswer;
  }

  /** How often it may be asked until question and answer come through whole, 1 or more. */
  int tries() {
    return tries;
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
