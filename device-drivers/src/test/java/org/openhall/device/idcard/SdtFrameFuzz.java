package org.openhall.device.idcard;

import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.transport.DeviceFaultException;
import org.openhall.device.transport.Line;
import org.openhall.fuzz.FuzzTarget;

/**
 * Any bytes in answer to any command: the answer is the same however the bytes are cut, and comes
 * after a bounded number of reads.
 */
public final class SdtFrameFuzz implements FuzzTarget {

  @Override
  public String name() {
    return "sdt-frame";
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        after(4, CardText.resident().readReply()),
        after(2, CardText.reply(0, 0, 0x9F, 0, 0, 0, 0)),
        after(0, CardText.reply(0, 0, 0x90)),
        after(5, CardText.address("示例市")),
        HexFormat.of().parseHex("0001AAAAAA96697FFFAAAAAA96690004000010AA966900040000901194"));
  }

  @Override
  public List<byte[]> words() {
    return List.of(
        HexFormat.of().parseHex("AAAAAA9669"),
        HexFormat.of().parseHex("AAAAAA96690004000090" + "94"),
        HexFormat.of().parseHex("0004"),
        HexFormat.of().parseHex("0508"));
  }

  private static byte[] after(int command, byte[] stream) {
    byte[] input = new byte[stream.length + 2];
    input[0] = (byte) command;
    input[1] = 7;
    System.arraycopy(stream, 0, input, 2, stream.length);
    return input;
  }

  @Override
  public void run(byte[] input) {
    if (input.length < 2) {
      return;
    }
    SdtCommand[] all = SdtCommand.values();
    SdtCommand command = all[Byte.toUnsignedInt(input[0]) % all.length];
    byte[] stream = Arrays.copyOfRange(input, 2, input.length);
    String whole = answer(command, new Stream(stream, Integer.MAX_VALUE));
    String cut = answer(command, new Stream(stream, 1 + Byte.toUnsignedInt(input[1])));
    if (!whole.equals(cut)) {
      throw new AssertionError("whole: " + whole + ", in pieces: " + cut);
    }
  }

  private static String answer(SdtCommand command, Line line) {
    try (SdtReply reply = new SdtModule(line).ask(command)) {
      return reply + " " + HexFormat.of().formatHex(reply.data(0, reply.dataLength()));
    } catch (GarbledAnswerException e) {
      return "garbled";
    } catch (DeviceFaultException e) {
      return e.detail().name();
    }
  }

  /** Gives the same bytes after each question, in pieces of one length. */
  private static final class Stream implements Line {
    private final byte[] bytes;
    private final int piece;
    private int given;
    private int silences;
    private int reads;

    Stream(byte[] bytes, int piece) {
      this.bytes = bytes;
      this.piece = piece;
      this.given = bytes.length;
    }

    @Override
    public int read(byte[] buffer, int offset, Duration timeout) throws DeviceFaultException {
      if (++reads > 4 * bytes.length + 64) {
        throw new AssertionError("reads without an end");
      }
      int count = Math.min(piece, Math.min(bytes.length - given, buffer.length - offset));
      silences = count == 0 ? silences + 1 : 0;
      if (silences > 8) {
        throw new DeviceFaultException(Detail.LINE_LOST, "silence");
      }
      System.arraycopy(bytes, given, buffer, offset, count);
      given += count;
      return count;
    }

    @Override
    public void write(byte[] question) {
      given = 0;
    }

    @Override
    public void wake() {}

    @Override
    public void close() {}
  }
}
