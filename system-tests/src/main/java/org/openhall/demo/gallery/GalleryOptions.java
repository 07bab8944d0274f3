package org.openhall.demo.gallery;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.openhall.kiosk.shell.Language;

/**
 * The words of {@code ./openhall gallery}.
 *
 * @param pictures where the pictures go; empty where nothing but {@code --accept} is wanted
 * @param data where the content for them is built
 * @param languages the languages of the screens
 * @param only a part of the names that are wanted; empty for all
 * @param check whether to look for what a person could not read or press
 * @param accept whether the pictures become those that later ones are compared with
 */
record GalleryOptions(
    Optional<Path> pictures,
    Path data,
    List<Language> languages,
    String only,
    boolean check,
    boolean accept) {

  static final String HELP =
      """
      ./openhall gallery DIR [--lang zh-CN|en] [--only NAME] [--data DIR]
      ./openhall gallery --check [--lang zh-CN|en] [--only NAME] [--data DIR]
      ./openhall gallery --accept

      Draws every screen of the kiosk in every state (shown, stale, empty, loading, missing, damaged)
      upright (1080x1920) and lying (1920x1080) into DIR, with index.html to look at all of them.

        --lang zh-CN|en   one language; without it both
        --only NAME       only exhibits whose name contains NAME
        --check           names what is too small, too faint, cut off or too close to its neighbour
        --accept          takes the pictures as they are now for those that the tests compare with,
                          and those of docs/controls.md
        --data DIR        where the content for the pictures is built
      """;

  /** Thrown for words that make no sense; the message is for the person who typed them. */
  static final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
      super(message + "\nSee ./openhall gallery --help");
    }
  }

  static GalleryOptions of(String[] args) throws UsageException {
    Deque<String> words = new ArrayDeque<>();
    for (String arg : args) {
      words.addAll(List.of(arg.startsWith("--") ? arg.split("=", 2) : new String[] {arg}));
    }
    Optional<Path> pictures = Optional.empty();
    Path data = Path.of(".openhall", "gallery");
    List<Language> languages = List.of(Language.values());
    String only = "";
    boolean check = false;
    boolean accept = false;
    while (!words.isEmpty()) {
      String word = words.pop();
      switch (word) {
        case "--check" -> check = true;
        case "--accept" -> accept = true;
        case "--data" -> data = Path.of(value(word, words)).toAbsolutePath();
        case "--only" -> only = value(word, words);
        case "--lang" -> languages = List.of(language(value(word, words)));
        default -> pictures = Optional.of(folder(word));
      }
    }
    if (pictures.isEmpty() && !check && !accept) {
      throw new UsageException("The gallery needs a folder for its pictures.");
    }
    return new GalleryOptions(pictures, data, languages, only, check, accept);
  }

  private static Path folder(String word) throws UsageException {
    if (word.startsWith("--")) {
      throw new UsageException("The gallery does not know '" + word + "'.");
    }
    return Path.of(word).toAbsolutePath();
  }

  private static String value(String option, Deque<String> words) throws UsageException {
    if (words.isEmpty() || words.peek().startsWith("--")) {
      throw new UsageException(option + " needs a value.");
    }
    return words.pop();
  }

  private static Language language(String word) throws UsageException {
    return switch (word) {
      case "zh-CN" -> Language.CHINESE;
      case "en" -> Language.ENGLISH;
      default -> throw new UsageException("--lang is zh-CN or en, not " + word + ".");
    };
  }
}
