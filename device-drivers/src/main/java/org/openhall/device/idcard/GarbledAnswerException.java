package org.openhall.device.idcard;

/** An answer came whose checksum or length is wrong; the next command may go well. */
final class GarbledAnswerException extends Exception {

  GarbledAnswerException(SdtCommand command) {
    super("the answer to " + command + " was garbled");
  }
}
