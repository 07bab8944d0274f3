package org.openhall.simulator.smartcard;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.openhall.fuzz.FuzzTarget;
import org.openhall.simulator.card.CardFileFuzz;
import org.openhall.simulator.card.Chip;

/** Any text as the file of a chip: refused, or a chip that can be put into the slot and read. */
public final class ChipFileFuzz implements FuzzTarget {

  private static final byte[] SELECT =
      HexFormat.of().parseHex("00A404000F7378312E73682EC9E7BBE1B1A3D5CF");

  @Override
  public String name() {
    return "chip-file";
  }

  @Override
  public List<byte[]> seeds() {
    return Stream.of("social-1", "social-3", "social-protected", "other-card")
        .map(CardFileFuzz::resource)
        .toList();
  }

  @Override
  public List<byte[]> words() {
    return Stream.of(
            "kind=social", "name=", "version=3.00", "card-class=", "\n", "\uD840\uDC00", "00")
        .map(word -> word.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  @Override
  public void run(byte[] input) {
    if (CardFileFuzz.read(input).orElse(null) instanceof Chip chip
        && new CardChip(chip).answer(SELECT, false).length < 2) {
      throw new AssertionError("an answer without a status");
    }
  }
}
