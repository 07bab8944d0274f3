package org.openhall.demo.chaos;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.openhall.demo.chaos.ScreenWitness.Seen;
import org.openhall.demo.hall.HallException;

/**
 * Bits of the content become others while the kiosk reads in it.
 *
 * @param words whose last byte changes, one after the other
 */
record FlippedWhileRead(List<ShownWord> words) implements Fault {
  private static final int ROUNDS = 3;

  @Override
  public String row() {
    return "bit flipped: content while it is read";
  }

  @Override
  public String name() {
    return "%d from %.4f on".formatted(words.size(), words.getFirst().place());
  }

  @Override
  public Scene.Before before() {
    return Scene.Before.RELEASE_2;
  }

  @Override
  public boolean touchesContent() {
    return true;
  }

  @Override
  public Optional<String> inject(Trial trial)
      throws IOException, InterruptedException, HallException {
    Reader reader = Reader.begin(trial);
    try {
      reader.awaits(new Seen.Whole(2));
      for (ShownWord word : words) {
        flip(trial.terminal().resolve(word.file()), word.place());
      }
      reader.awaitsRounds(ROUNDS);
    } finally {
      reader.killAndJudge(true);
    }
    return Optional.of(name());
  }

  private static void flip(Path file, double place) throws IOException {
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      long at = (long) (place * open.length());
      open.seek(at);
      int before = open.read();
      open.seek(at);
      open.write(before ^ 1);
    }
  }
}
