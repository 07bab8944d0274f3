package org.openhall.simulator.idmodule;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The requests that a module knows: command byte, parameter byte, and how many data bytes follow.
 */
enum SamCommand {
  RESET(0x10, 0xFF, 0),
  STATUS(0x11, 0xFF, 0),
  SAM_ID(0x12, 0xFF, 0),
  FIND(0x20, 0x01, 0),
  SELECT(0x20, 0x02, 0),
  READ(0x30, 0x01, 0),
  READ_NEWEST_ADDRESS(0x30, 0x03, 0),
  READ_WITH_FINGERPRINT(0x30, 0x10, 0),
  SET_BAUD_115200(0x60, 0x00, 0),
  SET_BAUD_57600(0x60, 0x01, 0),
  SET_BAUD_38400(0x60, 0x02, 0),
  SET_BAUD_19200(0x60, 0x03, 0),
  SET_BAUD_9600(0x60, 0x04, 0),
  SET_RADIO_FRAME(0x61, 0xFF, 1);

  /** Those that take something from a card that was selected. */
  static final Set<SamCommand> READS =
      Collections.unmodifiableSet(EnumSet.of(READ, READ_NEWEST_ADDRESS, READ_WITH_FINGERPRINT));

  private final int command;
  private final int parameter;
  private final int dataBytes;

  SamCommand(int command, int parameter, int dataBytes) {
    this.command = command;
    this.parameter = parameter;
    this.dataBytes = dataBytes;
  }

  /** The command that a body begins with; its length is another matter. */
  static Optional<SamCommand> of(byte[] body) {
    return Arrays.stream(values())
        .filter(c -> (byte) c.command == body[0] && (byte) c.parameter == body[1])
        .findFirst();
  }

  /** Whether a body has the length that this command must have. */
  boolean fits(byte[] body) {
    return body.length == 2 + dataBytes;
  }
}
