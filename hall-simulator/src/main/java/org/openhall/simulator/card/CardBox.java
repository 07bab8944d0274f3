package org.openhall.simulator.card;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The authored cards, in the order in which they are offered. */
public final class CardBox {

  private static final List<String> NAMES =
      List.of(
          "zhang",
          "lin",
          "afanti",
          "rare",
          "child",
          "expired",
          "wrong",
          "hmt",
          "foreign-2017",
          "foreign-2023");

  private final List<Card> cards;

  private CardBox(List<Card> cards) {
    this.cards = List.copyOf(cards);
  }

  /** The cards that come with the program. */
  public static CardBox authored() {
    List<Card> cards = new ArrayList<>();
    for (String name : NAMES) {
      cards.add(authored(name));
    }
    return new CardBox(cards);
  }

  public List<Card> cards() {
    return cards;
  }

  /**
   * The card of that name, or of that file.
   *
   * @throws BadCardException when there is neither, or the file is no card
   */
  public Card named(String nameOrFile) throws BadCardException {
    Optional<Card> known =
        cards.stream().filter(card -> card.name().equals(nameOrFile)).findFirst();
    if (known.isPresent()) {
      return known.get();
    }
    Path file = Path.of(nameOrFile);
    if (!Files.isRegularFile(file)) {
      throw new BadCardException(
          "There is no card and no file '"
              + nameOrFile
              + "'. Possible: "
              + cards.stream().map(Card::name).collect(Collectors.joining(", "))
              + ", a card file, or none.");
    }
    return fromFile(file);
  }

  private static Card fromFile(Path file) throws BadCardException {
    try (Reader reader = Files.newBufferedReader(file)) {
      return CardFile.read(String.valueOf(file.getFileName()), file.toString(), reader);
    } catch (IOException e) {
      throw new BadCardException("The card file " + file + " cannot be read as UTF-8 text: " + e);
    }
  }

  /** A resource of the program that is missing or wrong is a fault of the build. */
  private static Card authored(String name) {
    String resource = name + ".properties";
    try (InputStream in = CardBox.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The program lacks its resource " + resource);
      }
      return CardFile.read(name, resource, new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (BadCardException e) {
      throw new IllegalStateException(e);
    }
  }
}
