package org.openhall.demo.hall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A hall's own folder: begun anew each time, and never a folder that holds something else. */
public final class HallFolder {

  private static final String MARK = ".openhall-hall";
  private static final List<String> PARTS =
      List.of("office", "terminal", "devices", "logs", "aside");

  private HallFolder() {}

  /**
   * Empties the folder of an earlier hall, or makes a new one.
   *
   * @throws HallException when something stands there that no hall made
   */
  public static void renew(Path data) throws IOException, HallException {
    Files.createDirectories(data);
    if (!Files.exists(data.resolve(MARK)) && PARTS.stream().anyMatch(holds(data))) {
      throw new HallException(
          data
              + " holds something that no demo or bench made; choose another folder with --data DIR");
    }
    for (String part : PARTS) {
      delete(data.resolve(part));
    }
    Files.writeString(data.resolve(MARK), "");
  }

  private static java.util.function.Predicate<String> holds(Path data) {
    return part -> Files.exists(data.resolve(part));
  }

  private static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> all = Files.walk(tree)) {
      all.sorted(Comparator.reverseOrder()).forEach(HallFolder::deleteOne);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void deleteOne(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
