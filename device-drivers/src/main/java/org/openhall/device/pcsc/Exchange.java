package org.openhall.device.pcsc;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import javax.smartcardio.CommandAPDU;

/**
 * One command and its whole answer. What the transmission protocol asks in between (ISO/IEC
 * 7816-3:2006, 12.2; 7816-4, 5.3.4) is done here: 61xx is followed by GET RESPONSE, 6Cxx by the
 * command with the right length.
 */
final class Exchange {

  /** So many answers may follow one command: 256 pieces of 256 bytes, and a wrong length or two. */
  private static final int MOST_ANSWERS = 260;

  private static final int MOST_DATA = 65_536;
  private static final int MORE_DATA = 0x61;
  private static final int WRONG_LENGTH = 0x6C;
  private static final byte GET_RESPONSE = (byte) 0xC0;

  private final Wire wire;
  private final ByteArrayOutputStream data = new Zeroed();

  private Exchange(Wire wire) {
    this.wire = wire;
  }

  /** Sends a command and gives what came back. */
  @FunctionalInterface
  interface Wire {
    byte[] send(byte[] command) throws PcscException;
  }

  /**
   * Sends the command and gathers its answer: data and two bytes of status.
   *
   * @param t0 whether the card speaks T=0
   * @throws PcscException if the answer has no status, or never ends, or T=0 cannot carry the
   *     command
   */
  static byte[] run(Wire wire, boolean t0, CommandAPDU command) throws PcscException {
    Exchange exchange = new Exchange(wire);
    try {
      return exchange.gather(t0 ? shortened(command) : command.getBytes(), hasLength(command, t0));
    } finally {
      exchange.data.reset();
    }
  }

  private byte[] gather(byte[] first, boolean withLength) throws PcscException {
    byte[] command = first;
    boolean length = withLength;
    for (int answers = 0; answers < MOST_ANSWERS; answers++) {
      byte[] answer = wire.send(command);
      int end = requireStatus(answer);
      int sw1 = Byte.toUnsignedInt(answer[end]);
      if (sw1 == WRONG_LENGTH && end == 0 && length) {
        command = withLength(command, answer[1]);
      } else {
        keep(answer, sw1 == MORE_DATA ? end : answer.length);
        if (sw1 != MORE_DATA) {
          return data.toByteArray();
        }
        command = new byte[] {command[0], GET_RESPONSE, 0, 0, answer[end + 1]};
        length = true;
      }
      Arrays.fill(answer, (byte) 0);
    }
    throw unsupported("the card's answer does not end");
  }

  private static int requireStatus(byte[] answer) throws PcscException {
    if (answer.length < 2) {
      // A card that leaves in the middle of a command ends it so.
      throw new PcscException(ReturnCode.SCARD_W_REMOVED_CARD);
    }
    return answer.length - 2;
  }

  private void keep(byte[] answer, int length) throws PcscException {
    if (data.size() + length > MOST_DATA + 2) {
      throw unsupported("the card's answer is longer than 65,536 bytes");
    }
    data.write(answer, 0, length);
  }

  /** Whether the command ends in a length of what is expected, as it is sent. */
  private static boolean hasLength(CommandAPDU command, boolean t0) {
    return command.getNe() > 0 && !(t0 && command.getNc() > 0);
  }

  /** The command with another expected length: one byte, or two in the extended form; 0 is 256. */
  private static byte[] withLength(byte[] command, byte length) {
    byte[] corrected = command.clone();
    corrected[corrected.length - 1] = length;
    if (corrected.length > 5 && corrected[4] == 0) {
      corrected[corrected.length - 2] = (byte) (length == 0 ? 1 : 0);
    }
    return corrected;
  }

  /**
   * The command as T=0 carries it: with data and no expected length, or with an expected length of
   * at most 256. More is fetched by GET RESPONSE.
   */
  private static byte[] shortened(CommandAPDU command) throws PcscException {
    int sent = command.getNc();
    int expected = command.getNe();
    if (sent > 255) {
      throw unsupported("T=0 carries at most 255 bytes of data, not " + sent);
    }
    byte[] header = Arrays.copyOf(command.getBytes(), 4);
    if (sent > 0) {
      byte[] bytes = Arrays.copyOf(header, 5 + sent);
      bytes[4] = (byte) sent;
      System.arraycopy(command.getData(), 0, bytes, 5, sent);
      return bytes;
    }
    byte[] bytes = Arrays.copyOf(header, expected > 0 ? 5 : 4);
    if (expected > 0) {
      bytes[4] = (byte) Math.min(expected, 256);
    }
    return bytes;
  }

  private static PcscException unsupported(String text) {
    return new PcscException(ReturnCode.SCARD_E_CARD_UNSUPPORTED, text);
  }

  /** A buffer that zeroes what it lets go. */
  private static final class Zeroed extends ByteArrayOutputStream {

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
      if (count + length > buf.length) {
        byte[] larger = Arrays.copyOf(buf, Math.max(count + length, 2 * buf.length));
        Arrays.fill(buf, (byte) 0);
        buf = larger;
      }
      super.write(bytes, offset, length);
    }

    @Override
    public synchronized void reset() {
      Arrays.fill(buf, (byte) 0);
      super.reset();
    }
  }
}
