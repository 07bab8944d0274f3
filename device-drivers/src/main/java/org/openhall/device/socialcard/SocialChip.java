package org.openhall.device.socialcard;

import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import org.openhall.device.Trace;
import org.openhall.device.socialcard.ReadCommand.File;
import org.openhall.device.socialcard.ReadCommand.Form;
import org.openhall.device.socialcard.StatusException.Meaning;
import org.openhall.device.transport.Recorder;

/** Files and records of a social-security card, whatever its age. */
final class SocialChip {

  private static final int SUCCESS = 0x9000;
  private static final int ROOM = 258;

  private final CardChannel channel;
  private final Recorder trace;
  private Form form = Form.CURRENT;

  /**
   * A chip at the end of a channel.
   *
   * @param trace keeps the commands, and of the answers their length and status
   */
  SocialChip(CardChannel channel, Recorder trace) {
    this.channel = channel;
    this.trace = trace;
  }

  void selectApplication() throws CardException, StatusException {
    Arrays.fill(send(ReadCommand.SELECT_APPLICATION), (byte) 0);
  }

  void select(File file) throws CardException, StatusException {
    try {
      Arrays.fill(send(ReadCommand.select(file, form)), (byte) 0);
    } catch (StatusException e) {
      if (form == Form.FIRST || e.meaning() == Meaning.LOCKED) {
        throw e;
      }
      Arrays.fill(send(ReadCommand.select(file, Form.FIRST)), (byte) 0);
    }
  }

  /**
   * Reads a field of the file that is selected.
   *
   * @param running whether the card numbers records through its files
   * @return its content, as long as the field is; the caller's to zero
   */
  byte[] read(Field field, boolean running)
      throws CardException, StatusException, BadRecordException {
    int record = running ? field.runningRecord() : field.ownRecord();
    byte[] answer = readRecord(record, field.length());
    try {
      if (answer.length < 2 || Byte.toUnsignedInt(answer[0]) != field.tag()) {
        throw new BadRecordException(field + " is not in record " + record);
      }
      if (answer[1] != field.length() || answer.length != field.length() + 2) {
        throw new BadRecordException(field + " is cut off");
      }
      return Arrays.copyOfRange(answer, 2, answer.length);
    } finally {
      Arrays.fill(answer, (byte) 0);
    }
  }

  private byte[] readRecord(int record, int length) throws CardException, StatusException {
    try {
      return send(ReadCommand.readRecord(record, form, length));
    } catch (StatusException e) {
      if (form == Form.FIRST || e.meaning() != Meaning.OTHER_FORM) {
        throw e;
      }
      form = Form.FIRST;
      return send(ReadCommand.readRecord(record, form, length));
    }
  }

  /** An answer of that length with nothing in it but its status. */
  private static byte[] statusOnly(int status, int dataLength) {
    return ByteBuffer.allocate(dataLength + 2).putShort(dataLength, (short) status).array();
  }

  /** Sends a command; gives the data of the answer. */
  private byte[] send(ReadCommand command) throws CardException, StatusException {
    ByteBuffer answer = ByteBuffer.allocate(ROOM);
    try {
      trace.bytes(Trace.Kind.SENT, command.copy());
      int end = channel.transmit(command.bytes(), answer) - 2;
      int status = Short.toUnsignedInt(answer.getShort(end));
      trace.bytes(Trace.Kind.RECEIVED, statusOnly(status, end));
      if (status != SUCCESS) {
        throw new StatusException(status);
      }
      return Arrays.copyOf(answer.array(), end);
    } finally {
      Arrays.fill(answer.array(), (byte) 0);
    }
  }
}
