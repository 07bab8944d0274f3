package org.openhall.simulator.idmodule;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.openhall.fuzz.FuzzTarget;
import org.openhall.simulator.card.BadCardException;
import org.openhall.simulator.card.Card;
import org.openhall.simulator.card.CardBox;

/**
 * Any bytes for the emulated module: each request is answered by one whole frame, and no card is
 * read that was not found and selected before.
 */
public final class SamModuleFuzz implements FuzzTarget {

  private static final byte[] NOTHING = {};

  /** Lengths of frames: with the card that was found, selected, and with the module's number. */
  private static final int FOUND = 15;

  private static final int SELECTED = 19;
  private static final int NUMBER = 27;

  private static final Card CARD = card();

  private static Card card() {
    try {
      return CardBox.authored().named("lin");
    } catch (BadCardException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String name() {
    return "sdt-module";
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        HexFormat.of()
            .parseHex(
                "00AAAAAA96690003200122AAAAAA96690003200221AAAAAA96690003300132AAAAAA96690003300330"),
        HexFormat.of().parseHex("00AAAAAA9669000312FFEEAAAAAA96690003200122AAAAAA9669000310FFEC"),
        HexFormat.of().parseHex("0AAAAAAA96690003200122AAAAAA96690003200221AAAAAA96690003301023"),
        HexFormat.of().parseHex("00AAAAAAAA9669000461FF50CAAAAAAA966905DC"));
  }

  @Override
  public List<byte[]> words() {
    return List.of(
        HexFormat.of().parseHex("AAAAAA96690003"),
        HexFormat.of().parseHex("200122"),
        HexFormat.of().parseHex("200221"),
        HexFormat.of().parseHex("300132"),
        HexFormat.of().parseHex("301023"));
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
    SamModule module = new SamModule();
    Fault[] faults = Fault.values();
    module.set(faults[Byte.toUnsignedInt(input[0]) % faults.length]);
    module.lay(CARD);
    FrameScanner scanner = new FrameScanner();
    boolean found = false;
    boolean selected = false;
    for (int i = 1; i < input.length; i++) {
      Optional<Request> request = scanner.take(input[i]);
      byte[] answer = request.map(it -> module.answer(it).frame()).orElse(NOTHING);
      requireFrame(answer);
      found |= answer.length == FOUND;
      selected |= answer.length == SELECTED;
      if (answer.length > NUMBER && !(found && selected)) {
        throw new AssertionError("read a card that was not found and selected");
      }
    }
    scanner.silence().ifPresent(request -> requireFrame(module.answer(request).frame()));
  }

  private static void requireFrame(byte[] frame) {
    if (frame.length == 0) {
      return;
    }
    int length = (frame[5] & 0xFF) << 8 | (frame[6] & 0xFF);
    byte sum = 0;
    for (int i = 5; i < frame.length; i++) {
      sum ^= frame[i];
    }
    if (frame.length != 7 + length || sum != 0 || length < 4) {
      throw new AssertionError("no frame: " + HexFormat.of().formatHex(frame));
    }
  }
}
