package org.openhall.simulator.smartcard;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.openhall.fuzz.FuzzTarget;
import org.openhall.simulator.card.CardBox;
import org.openhall.simulator.card.Chip;

/**
 * Any commands for an emulated chip: each is answered by a status, and data of at most 256 bytes.
 */
public final class CardChipFuzz implements FuzzTarget {

  private static final List<Chip> CHIPS =
      CardBox.authored().chips().stream().filter(chip -> chip.value("flaw").isEmpty()).toList();

  @Override
  public String name() {
    return "card-chip";
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        HexFormat.of()
            .parseHex(
                "00"
                    + "1400A404000F7378312E73682EC9E7BBE1B1A3D5CF"
                    + "0500C0000013"
                    + "0700A4020002EF05"
                    + "0500B2030406"
                    + "0700A4020002EF06"
                    + "0500B2010414"),
        HexFormat.of().parseHex("01" + "080020000003888888" + "0500B2010400"));
  }

  @Override
  public List<byte[]> words() {
    return List.of(
        HexFormat.of().parseHex("0500B2"),
        HexFormat.of().parseHex("0700A402"),
        HexFormat.of().parseHex("0500C00000"));
  }

  @Override
  public int longest() {
    return 512;
  }

  @Override
  public void run(byte[] input) {
    if (input.length == 0) {
      return;
    }
    CardChip chip = new CardChip(CHIPS.get(Byte.toUnsignedInt(input[0]) / 2 % CHIPS.size()));
    int at = 1;
    while (at < input.length) {
      int to = Math.min(input.length, at + 1 + Byte.toUnsignedInt(input[at]));
      byte[] answer = chip.answer(Arrays.copyOfRange(input, at + 1, to), (input[0] & 1) != 0);
      if (answer.length < 2 || answer.length > 258) {
        throw new AssertionError("an answer of " + answer.length);
      }
      at = to;
    }
  }
}
