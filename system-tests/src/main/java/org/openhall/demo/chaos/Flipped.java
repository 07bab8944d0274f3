package org.openhall.demo.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.openhall.demo.hall.HallException;

/**
 * One bit of a file on the terminal's disk is another.
 *
 * @param what part of the terminal, for the table
 * @param file below the terminal's folder
 * @param place where in the file, 0 to 1
 * @param bit 0 to 7
 */
record Flipped(Scene.Before before, String what, String file, double place, int bit)
    implements Fault {

  /** A bit that makes another letter of one of a word. */
  static Flipped word(ShownWord word, int bit) {
    return new Flipped(
        Scene.Before.RELEASE_2, "words: " + word.kind(), word.file(), word.place(), bit);
  }

  @Override
  public String row() {
    return "bit flipped: " + what;
  }

  @Override
  public String name() {
    return "bit %d of %s at %.4f".formatted(bit, file, place);
  }

  @Override
  public Optional<String> inject(Trial trial) throws IOException, HallException {
    Path path = trial.terminal().resolve(file);
    byte[] bytes = Files.readAllBytes(path);
    bytes[(int) (place * bytes.length)] ^= (byte) (1 << bit);
    Files.write(path, bytes);
    return Optional.of(name());
  }

  @Override
  public boolean touchesContent() {
    return file.startsWith("content/");
  }
}
