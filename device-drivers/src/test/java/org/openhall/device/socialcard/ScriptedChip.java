package org.openhall.device.socialcard;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;

/** A channel to a card that is a table: which command, which answer. */
@SuppressWarnings("ByteBufferBackingArray") // SocialChip allocates it
final class ScriptedChip extends CardChannel {

  static final String SELECT = "00A404000F7378312E73682EC9E7BBE1B1A3D5CF";
  static final String NAME = "欧阳鑫犇";
  static final String NUMBER = "11010519491231002X";

  private final Map<String, String> answers = new HashMap<>();
  final List<String> sent = new ArrayList<>();
  private byte[] latest = {};

  /** A card of that version, which names files and records in the form of its time. */
  static ScriptedChip ofVersion(int version) {
    ScriptedChip chip = new ScriptedChip();
    boolean first = version == 1;
    String p2 = first ? "00" : "04";
    chip.answer(SELECT, "6F009000");
    chip.answer(first ? "00A4000002EF05" : "00A4020002EF05", "9000");
    chip.answer(first ? "00A4000002EF06" : "00A4020002EF06", "9000");
    chip.answer("00B203" + p2 + "06", "0304" + ascii(version + ".00") + "9000");
    chip.answer("00B206" + p2 + "06", "0604203503169000");
    chip.answer("00B207" + p2 + "0B", "0709" + ascii("A12345678") + "9000");
    chip.answer((first ? "00B208" : "00B201") + p2 + "14", "0812" + ascii(NUMBER) + "9000");
    chip.answer((first ? "00B209" : "00B202") + p2 + "20", name(NAME, "20"));
    return chip;
  }

  static String name(String name, String filling) {
    String text = HexFormat.of().formatHex(name.getBytes(Charset.forName("GB18030")));
    return "091E" + text + filling.repeat(30 - text.length() / 2) + "9000";
  }

  static String ascii(String text) {
    return HexFormat.of().formatHex(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }

  /** Has the command answered so; hexadecimal, the status at the end. */
  ScriptedChip answer(String command, String answer) {
    answers.put(command, answer);
    return this;
  }

  /** The internal buffer into which the latest answer was put. */
  byte[] latest() {
    return latest;
  }

  @Override
  public int transmit(ByteBuffer command, ByteBuffer response) throws CardException {
    byte[] bytes = new byte[command.remaining()];
    command.get(bytes);
    String hex = HexFormat.of().withUpperCase().formatHex(bytes);
    sent.add(hex);
    String known = answers.getOrDefault(hex, hex.startsWith("00B2") ? "6B00" : "6A86");
    if (known.isEmpty()) {
      throw new CardException("torn");
    }
    byte[] answer = HexFormat.of().parseHex(known);
    latest = response.array();
    response.put(answer);
    return answer.length;
  }

  @Override
  public ResponseAPDU transmit(CommandAPDU command) {
    throw new AssertionError("what this gives cannot be zeroed");
  }

  @Override
  public Card getCard() {
    throw new AssertionError();
  }

  @Override
  public int getChannelNumber() {
    return 0;
  }

  @Override
  public void close() {
    throw new AssertionError();
  }
}
