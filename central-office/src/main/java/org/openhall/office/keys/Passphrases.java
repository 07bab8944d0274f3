package org.openhall.office.keys;

import java.io.Console;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.openhall.office.text.Messages;
import org.openhall.office.text.TroubleException;

/**
 * Where passphrases come from: a file, a variable of the environment, or the person at the
 * terminal, without echo; never the command line, which every user of the machine can read. Whoever
 * gets one overwrites it.
 */
public final class Passphrases {
  /** Fewer characters are guessed. */
  private static final int SHORTEST = 12;

  private final Optional<Path> file;
  private final Optional<String> variable;
  private final Messages messages;

  /**
   * @param file its first line is the passphrase
   * @param variable the name of a variable of the environment
   * @param messages the words of the question
   */
  public Passphrases(Optional<Path> file, Optional<String> variable, Messages messages) {
    this.file = file;
    this.variable = variable;
    this.messages = messages;
  }

  /** The passphrase of a key that there is. */
  public char[] of(Path keyFile) throws IOException, TroubleException {
    Optional<char[]> given = given();
    return given.isPresent() ? given.get() : ask("keys.passphrase", keyFile);
  }

  /** The passphrase of a key that is to be made, asked for twice. */
  public char[] forNew(Path keyFile) throws IOException, TroubleException {
    Optional<char[]> given = given();
    char[] first = given.isPresent() ? given.get() : ask("keys.passphrase-new", keyFile);
    if (first.length < SHORTEST) {
      Arrays.fill(first, '\0');
      throw new TroubleException("trouble.passphrase-short", SHORTEST);
    }
    if (given.isEmpty()) {
      char[] second = ask("keys.passphrase-again", keyFile);
      boolean same = Arrays.equals(first, second);
      Arrays.fill(second, '\0');
      if (!same) {
        Arrays.fill(first, '\0');
        throw new TroubleException("trouble.passphrases-differ");
      }
    }
    return first;
  }

  private Optional<char[]> given() throws IOException, TroubleException {
    if (file.isPresent()) {
      return Optional.of(firstLine(file.get()));
    }
    if (variable.isEmpty()) {
      return Optional.empty();
    }
    String value = System.getenv(variable.get());
    if (value == null) {
      throw new TroubleException("trouble.passphrase-variable", variable.get());
    }
    return Optional.of(value.toCharArray());
  }

  private static char[] firstLine(Path file) throws IOException, TroubleException {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new TroubleException("trouble.passphrase-file", file);
    }
    CharBuffer all = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
    Arrays.fill(bytes, (byte) 0);
    int length = 0;
    while (length < all.length() && all.charAt(length) != '\n' && all.charAt(length) != '\r') {
      length++;
    }
    char[] line = new char[length];
    all.get(line);
    Arrays.fill(all.array(), '\0');
    return line;
  }

  private char[] ask(String key, Path keyFile) throws TroubleException {
    return Optional.ofNullable(System.console())
        .filter(Console::isTerminal)
        .map(console -> console.readPassword("%s ", messages.text(key, keyFile)))
        .orElseThrow(() -> new TroubleException("trouble.no-passphrase", keyFile));
  }
}
