package org.openhall.simulator.card;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openhall.fuzz.FuzzTarget;

/** Any text as a card file: refused by a sentence that names it, or a card of the right lengths. */
public final class CardFileFuzz implements FuzzTarget {

  @Override
  public String name() {
    return "card-file";
  }

  @Override
  public List<byte[]> seeds() {
    return Stream.of("zhang", "lin", "hmt", "foreign-2017", "foreign-2023", "rare")
        .map(CardFileFuzz::resource)
        .toList();
  }

  /** The file of a card that comes with the program. */
  public static byte[] resource(String card) {
    try (InputStream in = CardFile.class.getResourceAsStream(card + ".properties")) {
      return in == null ? new byte[0] : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<byte[]> words() {
    return Stream.of("kind=", "resident", "\\u", "fingerprint=512", "new-address=", "\n", "长期")
        .map(word -> word.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  @Override
  public void run(byte[] input) {
    if (read(input).orElse(null) instanceof Card card) {
      int fingerprint = card.fingerprint().length;
      boolean address = card.newAddress().map(it -> it.length == 70).orElse(true);
      boolean lengths = card.text().length == 256 && card.photo().length == 1024;
      if (!lengths || fingerprint > 1024 || !address) {
        throw new AssertionError("a card that cannot be");
      }
    }
  }

  /** The card or chip of a file with this text; empty where it is refused. */
  public static Optional<BoxedCard> read(byte[] file) {
    String text = new String(file, StandardCharsets.UTF_8);
    try {
      return Optional.of(CardFile.read("it", "it.properties", new StringReader(text)));
    } catch (BadCardException e) {
      if (!String.valueOf(e.getMessage()).contains("it.properties")) {
        throw new AssertionError("a refusal that does not name the file", e);
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
