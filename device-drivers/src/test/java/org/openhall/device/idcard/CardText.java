package org.openhall.device.idcard;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes text blocks of cards, field by field, for tests. */
final class CardText {

  private final byte[] block = new byte[TextBlock.LENGTH];

  CardText() {
    for (int i = 0; i < block.length; i += 2) {
      block[i] = ' ';
    }
  }

  /** A resident's card that is right in everything. */
  static CardText resident() {
    return new CardText()
        .put(0, "张三丰")
        .put(30, "1")
        .put(32, "01")
        .put(36, "19491231")
        .put(52, "示例市朝阳区测试路1号")
        .put(122, "11010519491231002X")
        .put(158, "示例市公安局")
        .put(188, "20100101")
        .put(204, "长期");
  }

  CardText put(int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(bytes, 0, block, at, bytes.length);
    return this;
  }

  CardText unit(int at, char unit) {
    block[at] = (byte) unit;
    block[at + 1] = (byte) (unit >> 8);
    return this;
  }

  byte[] bytes() {
    return block.clone();
  }

  /** The answer to 30 01 with this text and a photo of one repeated byte. */
  byte[] readReply() {
    byte[] body = new byte[3 + 4 + TextBlock.LENGTH + 1_024];
    body[2] = (byte) 0x90;
    body[3] = 1;
    body[5] = 4;
    System.arraycopy(block, 0, body, 7, block.length);
    Arrays.fill(body, 7 + block.length, body.length, (byte) 0x5A);
    return reply(body);
  }

  /** The answer to 30 03 with this address. */
  static byte[] address(String newest) {
    byte[] text = (newest + " ".repeat(35 - newest.length())).getBytes(StandardCharsets.UTF_16LE);
    byte[] body = new byte[3 + text.length];
    body[2] = (byte) 0x90;
    System.arraycopy(text, 0, body, 3, text.length);
    return reply(body);
  }

  /** An answer with these status bytes and data. */
  static byte[] reply(int... body) {
    byte[] bytes = new byte[body.length];
    for (int i = 0; i < body.length; i++) {
      bytes[i] = (byte) body[i];
    }
    return reply(bytes);
  }

  private static byte[] reply(byte[] body) {
    byte[] frame = new byte[7 + body.length + 1];
    frame[0] = frame[1] = frame[2] = (byte) 0xAA;
    frame[3] = (byte) 0x96;
    frame[4] = 0x69;
    frame[5] = (byte) ((body.length + 1) >> 8);
    frame[6] = (byte) (body.length + 1);
    System.arraycopy(body, 0, frame, 7, body.length);
    byte sum = 0;
    for (int i = 5; i < frame.length - 1; i++) {
      sum ^= frame[i];
    }
    frame[frame.length - 1] = sum;
    return frame;
  }
}
