package org.openhall.device.pcsc;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A scripted card in a virtual reader: the far end of vpcd's protocol (two bytes of length, then
 * that many; a length of 1 is a control code).
 */
final class VirtualCard implements AutoCloseable {

  /** T=0 with one historical byte; T=1 with its check byte. */
  static final String ATR_T0 = "3B 02 14 50";

  static final String ATR_T1 = "3B 80 01 81";

  /** Answers that are none: the card stays silent for good, or leaves the reader instead. */
  static final byte[] MUTE = {};

  static final byte[] TORN = {};

  private static final int POWER_OFF = 0;
  private static final int POWER_ON = 1;
  private static final int RESET = 2;
  private static final int GET_ATR = 4;

  private final Socket line;
  private final byte[] atr;
  private final Chip chip;
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final AtomicInteger resets = new AtomicInteger();

  /** What the card answers. */
  @FunctionalInterface
  interface Chip {
    byte[] answer(byte[] command);
  }

  private VirtualCard(Socket line, String atr, Chip chip) {
    this.line = line;
    this.atr = bytes(atr);
    this.chip = chip;
  }

  /** Puts a card into a virtual reader as soon as the reader is there. */
  static VirtualCard insert(int slot, String atr, Chip chip) throws Exception {
    Socket[] line = new Socket[1];
    Until.so(
        "the reader takes a card",
        () -> {
          try {
            line[0] = new Socket(InetAddress.getLoopbackAddress(), Pcscd.port(slot));
            return true;
          } catch (IOException e) {
            return false;
          }
        });
    VirtualCard card = new VirtualCard(line[0], atr, chip);
    Thread.ofPlatform().daemon(true).name("card-" + slot).start(card::serve);
    return card;
  }

  static VirtualCard insert(int slot, Chip chip) throws Exception {
    return insert(slot, ATR_T1, chip);
  }

  static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().withUpperCase().withDelimiter(" ").formatHex(bytes);
  }

  /** The commands that reached the card. */
  List<String> commands() {
    return commands;
  }

  /** How often the card was reset; idle cards are switched off and on at any time. */
  int resets() {
    return resets.get();
  }

  /** Takes the card out. */
  @Override
  public void close() throws IOException {
    line.close();
  }

  @SuppressWarnings("ReferenceEquality") // TORN is no answer, but a mark
  private void serve() {
    try (line) {
      DataInputStream in = new DataInputStream(line.getInputStream());
      OutputStream out = line.getOutputStream();
      while (true) {
        byte[] message = in.readNBytes(in.readUnsignedShort());
        byte[] answer = message.length == 1 ? control(message[0]) : command(message);
        if (answer == TORN && message.length > 1) {
          return;
        }
        if (answer.length > 0) {
          out.write(
              ByteBuffer.allocate(2 + answer.length)
                  .putShort((short) answer.length)
                  .put(answer)
                  .array());
        }
      }
    } catch (IOException e) {
      commands.add("gone");
    }
  }

  private byte[] control(int code) {
    switch (code) {
      case RESET -> resets.incrementAndGet();
      case POWER_ON, POWER_OFF, GET_ATR -> {}
      default -> throw new IllegalStateException("control " + code);
    }
    return code == GET_ATR ? atr : MUTE;
  }

  private byte[] command(byte[] command) {
    commands.add(hex(command));
    return chip.answer(command);
  }
}
