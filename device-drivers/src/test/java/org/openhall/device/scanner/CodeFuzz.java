package org.openhall.device.scanner;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.openhall.device.ScannedCode;
import org.openhall.device.Scanner;
import org.openhall.device.Scanner.Flaw;
import org.openhall.device.scanner.CodeAssembler.Found;
import org.openhall.fuzz.FuzzTarget;

/**
 * Any bytes of a scanner, or events of a keyboard, with silences between: codes of at most the
 * length that is permitted, each text or none, and nothing of one in the next.
 */
public final class CodeFuzz implements FuzzTarget {

  private static final Duration GAP = Duration.ofMillis(300);
  private static final byte[] NOTHING = {};
  private static final byte[] CR = {'\r'};
  private static final List<Framing> FRAMINGS =
      List.of(
          Framing.USUAL,
          new Framing(NOTHING, CR, GAP),
          new Framing(new byte[] {2}, new byte[] {3}, GAP),
          new Framing(ascii("AAB"), ascii("\r\n"), GAP));

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public String name() {
    return "scanner-code";
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        HexFormat.of().parseHex("00" + "0C68747470733A2F2F612F620D" + "00"),
        HexFormat.of().parseHex("01" + "0531323334" + "0D" + "06E4BDA0E5A5BD" + "010D"),
        HexFormat.of().parseHex("02" + "0502414203" + "41" + "80" + "030241" + "00"),
        HexFormat.of().parseHex("03" + "084141414142310D0A" + "0441414232" + "00"),
        HexFormat.of()
            .parseHex(
                "10"
                    + "18"
                    + "00000000000000000000000000000000"
                    + "01001E0001000000"
                    + "18"
                    + "00000000000000000000000000000000"
                    + "0100360001000000"
                    + "00"));
  }

  @Override
  public List<byte[]> words() {
    return List.of(
        HexFormat.of().parseHex("00"),
        HexFormat.of().parseHex("80"),
        HexFormat.of().parseHex("010D"),
        HexFormat.of().parseHex("03414142"),
        HexFormat.of().parseHex("01001E0001000000"),
        HexFormat.of().parseHex("0000030000000000"));
  }

  @Override
  public int longest() {
    return 12_000;
  }

  /** Below 80, so many bytes; none is a silence; from 80 on, what has come was not asked for. */
  @Override
  public void run(byte[] input) {
    if (input.length == 0) {
      return;
    }
    CodeAssembler codes = new CodeAssembler(FRAMINGS.get(input[0] & 3));
    KeyDecoder keys = new KeyDecoder();
    boolean ofKeys = (input[0] & 0x10) != 0;
    int at = 1;
    while (at < input.length) {
      int head = Byte.toUnsignedInt(input[at++]);
      if (head >= 0x80) {
        codes.drop();
      } else if (head == 0) {
        look(codes.silence());
      }
      for (int end = Math.min(input.length, at + (head & 0x7F)); head < 0x80 && at < end; at++) {
        look(ofKeys ? pressed(keys.take(input[at]), codes) : codes.take(input[at]));
      }
      if (codes.patience().compareTo(GAP) > 0 || (codes.atRest() && !codes.idle())) {
        throw new AssertionError("waits for nothing");
      }
    }
  }

  private static Optional<Found> pressed(int key, CodeAssembler codes) {
    if (key > 0x7F || key < KeyDecoder.NO_CHARACTER) {
      throw new AssertionError("no key types " + key);
    }
    if (key == KeyDecoder.LOST) {
      codes.spoil(Flaw.BROKEN_OFF);
    }
    return key < 0 ? Optional.empty() : codes.take((byte) key);
  }

  private static void look(Optional<Found> found) {
    if (found.isPresent() && found.get() instanceof Found.Whole(byte[] bytes)) {
      if (bytes.length == 0 || bytes.length > Scanner.LONGEST_CODE) {
        throw new AssertionError("a code of " + bytes.length);
      }
      CodeText.of(bytes).ifPresent(CodeFuzz::use);
    }
  }

  private static void use(char[] text) {
    ScannedCode code = new ScannedCode(text);
    int length = code.read().toString().length();
    code.close();
    if (length == 0 || length != code.length() || text[length - 1] != 0) {
      throw new AssertionError("not erased");
    }
  }
}
