package org.openhall.device.idcard;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.openhall.fuzz.FuzzTarget;

/**
 * Two persons' cards over the same line, cut, torn, noisy, and asked for in any order: what is kept
 * in a trace is the same for both, so it tells of neither.
 */
public final class SdtRedactionFuzz implements FuzzTarget {

  private static final byte[] ONE = filled((byte) 0xD7);
  private static final byte[] OTHER = filled((byte) 0xB5);

  private static byte[] filled(byte personal) {
    byte[] reply = CardText.resident().readReply();
    Arrays.fill(reply, 14, reply.length - 1, personal);
    reply[reply.length - 1] = 0;
    reply[reply.length - 1] = SdtFrame.checksum(reply, 5, reply.length);
    return reply;
  }

  @Override
  public String name() {
    return "sdt-redaction";
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        HexFormat.of().parseHex("04" + "8F".repeat(41) + "BF"),
        HexFormat.of().parseHex("04" + "87C2" + "05" + "BF".repeat(12)),
        HexFormat.of().parseHex("02" + "45AAAAAA9669" + "C9" + "BFBF"),
        HexFormat.of().parseHex("0042AAAA" + "BFBF" + "04" + "4100" + "BF".repeat(21)));
  }

  @Override
  public List<byte[]> words() {
    return List.of(
        HexFormat.of().parseHex("45AAAAAA9669"),
        HexFormat.of().parseHex("47AAAAAA96690508"),
        HexFormat.of().parseHex("C7"),
        HexFormat.of().parseHex("CE"),
        HexFormat.of().parseHex("BF"));
  }

  @Override
  public int runs() {
    return 20_000;
  }

  @Override
  public void run(byte[] input) {
    byte[] one = kept(input, ONE);
    byte[] other = kept(input, OTHER);
    if (!Arrays.equals(one, other)) {
      throw new AssertionError(
          "tells the persons apart: "
              + HexFormat.of().formatHex(one)
              + " and "
              + HexFormat.of().formatHex(other));
    }
  }

  /**
   * Below 40: a command is sent; below 80: so many bytes of noise come; below C0: so many of the
   * card; else so many of it are lost.
   */
  private static byte[] kept(byte[] input, byte[] card) {
    SdtRedaction redaction = new SdtRedaction();
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    int at = 0;
    int place = 0;
    while (at < input.length) {
      int head = Byte.toUnsignedInt(input[at++]);
      int count = head & 0x3F;
      if (head < 0x40) {
        SdtCommand[] all = SdtCommand.values();
        kept.writeBytes(redaction.sent(all[count % all.length].frame()));
      } else if (head < 0x80) {
        int to = Math.min(input.length, at + count);
        kept.writeBytes(received(redaction, Arrays.copyOfRange(input, at, to)));
        at = to;
      } else if (head < 0xC0) {
        int to = Math.min(card.length, place + count);
        kept.writeBytes(received(redaction, Arrays.copyOfRange(card, place, to)));
        place = to == card.length ? 0 : to;
      } else {
        place = (place + count) % card.length;
      }
    }
    return kept.toByteArray();
  }

  private static byte[] received(SdtRedaction redaction, byte[] bytes) {
    byte[] kept = redaction.received(bytes);
    if (kept.length != bytes.length) {
      throw new AssertionError("of " + bytes.length + " bytes " + kept.length + " were kept");
    }
    return kept;
  }
}
