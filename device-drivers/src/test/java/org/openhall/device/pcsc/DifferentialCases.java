package org.openhall.device.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where SunPCSC behaves, this provider is seen by programs and by cards to do the same. */
class DifferentialCases {

  @TempDir Path folder;
  private int channels;
  private int pieces;

  @Test
  void aProgramAndACardSeeNoDifference() throws Exception {
    try (Pcscd _ = Pcscd.start(folder, 1)) {
      List<String> theirs = observe("SunPCSC");
      List<String> ours = observe("ours");
      assertTrue(theirs.size() > 100, theirs::toString);
      assertEquals(String.join("\n", theirs), String.join("\n", ours));
    }
  }

  /** What the program said, then what reached the card. */
  private List<String> observe(String provider) throws Exception {
    channels = 0;
    pieces = 0;
    List<String> seen = run(provider);
    Until.so("the card is gone", () -> !Ours.reader(Ours.terminals(), 0).isCardPresent());
    return seen;
  }

  private List<String> run(String provider) throws Exception {
    try (VirtualCard card = VirtualCard.insert(0, this::answer)) {
      Until.so("the card is seen", () -> Ours.reader(Ours.terminals(), 0).isCardPresent());
      List<String> command = new ArrayList<>(OwnNamespaces.java(Script.class));
      command.add(provider);
      Process program = new ProcessBuilder(command).redirectErrorStream(true).start();
      program.getOutputStream().close();
      List<String> seen = new ArrayList<>();
      try (var lines = program.inputReader(StandardCharsets.UTF_8)) {
        lines.lines().forEach(seen::add);
      }
      assertEquals(0, program.waitFor(), seen::toString);
      seen.addAll(card.commands());
      seen.add("resets " + card.resets());
      return seen;
    }
  }

  private byte[] answer(byte[] command) {
    return VirtualCard.bytes(
        switch (command[1]) {
          case 0x70 -> command[2] == 0 ? channel() : "90 00";
          case (byte) 0xC0 -> ++pieces % 3 == 0 ? "0A 90 00" : "0B 0C 61 01";
          case (byte) 0xC1 -> command[command.length - 1] == 3 ? "01 02 03 90 00" : "6C 03";
          case (byte) 0xC2 -> "0D 61 05";
          case (byte) 0xC3 -> "69 82";
          case (byte) 0xA4 -> "61 05";
          default -> "%02X 90 00".formatted(command[0]);
        });
  }

  private String channel() {
    return switch (channels++) {
      case 0 -> "01 90 00";
      case 1 -> "05 90 00";
      default -> "6A 81";
    };
  }
}
