package org.openhall.simulator.card;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The box of cards: those that come with the program, and those that a trainer has laid into a
 * folder, each a file {@code NAME.properties}. The folder is read anew each time, so that a file
 * that was added or changed counts at once; a name there goes before one of the program's.
 */
public final class CardBox {

  private static final List<String> NAMES =
      List.of(
          "zhang",
          "huang",
          "lin",
          "afanti",
          "rare",
          "child",
          "expired",
          "hmt",
          "foreign-2017",
          "foreign-2023",
          "social-1",
          "social-2",
          "social-3",
          "social-protected",
          "social-locked",
          "other-card",
          "wrong",
          "mute",
          "unreadable",
          "garbage",
          "checksum",
          "slips",
          "social-mute",
          "social-unreadable",
          "social-garbage",
          "social-slips",
          "social-atr");

  private static final String ENDING = ".properties";

  private final List<BoxedCard> authored;
  private final Optional<Path> folder;

  private CardBox(List<BoxedCard> authored, Optional<Path> folder) {
    this.authored = List.copyOf(authored);
    this.folder = folder;
  }

  /**
   * What the box holds.
   *
   * @param cards in the order in which they are offered
   * @param wrong a sentence for each file of the trainer's that is no card
   */
  public record Content(List<BoxedCard> cards, List<String> wrong) {
    public Content {
      cards = List.copyOf(cards);
      wrong = List.copyOf(wrong);
    }
  }

  /** The cards that come with the program. */
  public static CardBox authored() {
    List<BoxedCard> cards = new ArrayList<>();
    for (String name : NAMES) {
      cards.add(authored(name));
    }
    return new CardBox(cards, Optional.empty());
  }

  /** The same, and those of a folder, which may be missing. */
  public static CardBox with(Path folder) {
    return new CardBox(authored().authored, Optional.of(folder));
  }

  /** The documents that come with the program. */
  public List<Card> cards() {
    return authored.stream().filter(Card.class::isInstance).map(Card.class::cast).toList();
  }

  /** The chips that come with the program. */
  public List<Chip> chips() {
    return authored.stream().filter(Chip.class::isInstance).map(Chip.class::cast).toList();
  }

  /** Everything in the box now. */
  public Content content() {
    List<BoxedCard> cards = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (Path file : files()) {
      try {
        cards.add(fromFile(file));
      } catch (BadCardException e) {
        wrong.add(String.valueOf(e.getMessage()));
      }
    }
    List<String> own = cards.stream().map(BoxedCard::name).toList();
    authored.stream().filter(card -> !own.contains(card.name())).forEach(cards::add);
    return new Content(cards, wrong);
  }

  /**
   * The card of that name, or of that file.
   *
   * @throws BadCardException when there is neither, or the file is no card
   */
  public BoxedCard find(String nameOrFile) throws BadCardException {
    for (Path file : files()) {
      if (nameOf(file).equals(nameOrFile)) {
        return fromFile(file);
      }
    }
    for (BoxedCard card : authored) {
      if (card.name().equals(nameOrFile)) {
        return card;
      }
    }
    Path file = Path.of(nameOrFile);
    if (!Files.isRegularFile(file)) {
      throw new BadCardException(
          "There is no card and no file '"
              + nameOrFile
              + "'. Possible: "
              + names()
              + ", a card file.");
    }
    return fromFile(file);
  }

  /**
   * The document of that name, or of that file.
   *
   * @throws BadCardException also when it is a chip
   */
  public Card named(String nameOrFile) throws BadCardException {
    if (find(nameOrFile) instanceof Card card) {
      return card;
    }
    throw new BadCardException(
        "The card " + nameOrFile + " has contacts only; it is for the slot.");
  }

  private String names() {
    return content().cards().stream().map(BoxedCard::name).collect(Collectors.joining(", "));
  }

  private List<Path> files() {
    List<Path> files = new ArrayList<>();
    if (folder.filter(Files::isDirectory).isPresent()) {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(folder.get(), "*" + ENDING)) {
        all.forEach(files::add);
      } catch (IOException e) {
        throw new UncheckedIOException("The folder of cards cannot be read: " + folder.get(), e);
      }
    }
    files.sort(Comparator.naturalOrder());
    return files;
  }

  private static String nameOf(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
  }

  private static BoxedCard fromFile(Path file) throws BadCardException {
    try (Reader reader = Files.newBufferedReader(file)) {
      return CardFile.read(nameOf(file), file.toString(), reader);
    } catch (IOException e) {
      throw new BadCardException("The card file " + file + " cannot be read as UTF-8 text: " + e);
    }
  }

  /** A resource of the program that is missing or wrong is a fault of the build. */
  private static BoxedCard authored(String name) {
    String resource = name + ENDING;
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
