package org.openhall.device.pcsc;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.smartcardio.CommandAPDU;
import org.openhall.fuzz.FuzzTarget;

/** A chip that answers anything: 61 and 6C lead to a bounded number of commands. */
public final class ExchangeFuzz implements FuzzTarget {

  private static final int MOST_COMMANDS = 260;
  private static final int MOST_DATA = 65_536 + 2;

  @Override
  public String name() {
    return "apdu-exchange";
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        HexFormat.of().parseHex("00" + "026110" + "0401029000"),
        HexFormat.of().parseHex("01" + "026C04" + "060102030490" + "00"),
        HexFormat.of().parseHex("02" + "026110"),
        HexFormat.of().parseHex("03" + "00"));
  }

  @Override
  public List<byte[]> words() {
    return List.of(
        HexFormat.of().parseHex("029000"),
        HexFormat.of().parseHex("026110"),
        HexFormat.of().parseHex("026C10"));
  }

  @Override
  public int longest() {
    return 1_024;
  }

  @Override
  public void run(byte[] input) {
    if (input.length == 0) {
      return;
    }
    Chip chip = new Chip(input);
    try {
      byte[] answer = Exchange.run(chip::answer, (input[0] & 1) == 0, command(input[0]));
      if (answer.length < 2 || answer.length > MOST_DATA) {
        throw new AssertionError("an answer of " + answer.length);
      }
    } catch (PcscException e) {
      if (e.code() == ReturnCode.SCARD_S_SUCCESS) {
        throw new AssertionError("a failure that is none", e);
      }
    }
  }

  private static CommandAPDU command(byte form) {
    return switch (form >> 1 & 3) {
      case 0 -> new CommandAPDU(0, 0xA4, 4, 0, new byte[15]);
      case 1 -> new CommandAPDU(0, 0xB2, 7, 4, 11);
      case 2 -> new CommandAPDU(0, 0xB0, 0, 0, 65_536);
      default -> new CommandAPDU(0, 0xA4, 4, 0, new byte[15], 256);
    };
  }

  /** Gives pieces of the input, each with its length before it, and begins again at its end. */
  private static final class Chip {
    private final byte[] input;
    private int at = 1;
    private int commands;

    Chip(byte[] input) {
      this.input = input;
    }

    byte[] answer(byte[] command) {
      if (command.length < 4 || command[0] != 0) {
        throw new AssertionError("sent " + HexFormat.of().formatHex(command));
      }
      if (++commands > MOST_COMMANDS) {
        throw new AssertionError("commands without an end");
      }
      if (at >= input.length) {
        at = 1;
      }
      if (at >= input.length) {
        return new byte[0];
      }
      int to = Math.min(input.length, at + 1 + Byte.toUnsignedInt(input[at]));
      byte[] answer = Arrays.copyOfRange(input, at + 1, to);
      at = to;
      return answer;
    }
  }
}
