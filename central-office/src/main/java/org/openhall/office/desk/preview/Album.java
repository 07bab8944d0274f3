package org.openhall.office.desk.preview;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.openhall.link.render.RenderPart.Look;
import org.openhall.link.render.RenderPart.Picture;

/**
 * Pictures that were drawn, by the hash of all that they were drawn from, in a folder each; those
 * that nobody looked at for the longest time go first.
 */
final class Album {
  private static final String OUTCOME = "outcome";
  private static final String UNFINISHED = ".new";

  /** Where width and height stand in a PNG. */
  private static final int SIZE_AT = 16;

  private final Path folder;
  private final int most;

  /**
   * @param most how many drawings are kept
   */
  Album(Path folder, int most) {
    this.folder = folder;
    this.most = most;
  }

  /**
   * A picture.
   *
   * @param number 0 for the screen as it first is; from 1 on the whole page, in pieces
   */
  record Shot(Look look, int number, int width, int height) {
    private static Shot of(Picture picture) {
      ByteBuffer size = ByteBuffer.wrap(picture.png(), SIZE_AT, 2 * Integer.BYTES);
      return new Shot(picture.look(), picture.number(), size.getInt(), size.getInt());
    }

    private static Shot of(String name) {
      String[] parts = name.split("[-x.]", -1);
      return new Shot(
          Look.valueOf(parts[0].toUpperCase(Locale.ROOT)),
          Integer.parseInt(parts[1]),
          Integer.parseInt(parts[2]),
          Integer.parseInt(parts[3]));
    }

    /** Its file's name. */
    public String file() {
      return "%s-%d-%dx%d.png".formatted(code(), number, width, height);
    }

    /** How the screen stands, as message keys name it. */
    public String code() {
      return look.name().toLowerCase(Locale.ROOT);
    }
  }

  /** Begins a drawing. */
  Path begin(String key) throws IOException {
    Path begun = folder.resolve(key + UNFINISHED);
    delete(begun);
    return Files.createDirectories(begun);
  }

  /** Lays a picture into a drawing that was begun. */
  static void put(Path begun, Picture picture) throws IOException {
    Files.write(begun.resolve(Shot.of(picture).file()), picture.png());
  }

  /** Keeps a drawing, and lets go of the oldest. */
  void keep(Path begun, String key, RenderChild.Outcome outcome) throws IOException {
    Files.writeString(begun.resolve(OUTCOME), outcome.name());
    delete(folder.resolve(key));
    Files.move(begun, folder.resolve(key), StandardCopyOption.ATOMIC_MOVE);
    for (Path old : drawings().skip(most).toList()) {
      delete(old);
    }
  }

  /** What came of a drawing that is kept. */
  Optional<RenderChild.Outcome> outcome(String key) throws IOException {
    Path drawing = folder.resolve(key);
    try {
      String name = Files.readString(drawing.resolve(OUTCOME));
      Files.setLastModifiedTime(drawing, FileTime.from(Instant.now()));
      return Optional.of(RenderChild.Outcome.valueOf(name));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** The pictures of a drawing, in their order. */
  List<Shot> shots(String key) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(key))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".png"))
          .map(Shot::of)
          .sorted(Comparator.comparing(Shot::look).thenComparingInt(Shot::number))
          .toList();
    }
  }

  /** The file of a picture, if it is still kept. */
  Optional<Path> picture(String key, String name) {
    return Optional.of(folder.resolve(key).resolve(name)).filter(Files::isRegularFile);
  }

  /** The latest first. */
  private Stream<Path> drawings() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> found = all.filter(one -> !one.toString().endsWith(UNFINISHED)).toList();
      return found.stream().sorted(Comparator.comparing(Album::lookedAt).reversed());
    }
  }

  private static FileTime lookedAt(Path drawing) {
    try {
      return Files.getLastModifiedTime(drawing);
    } catch (IOException e) {
      return FileTime.fromMillis(0); // another server let go of it
    }
  }

  void delete(Path drawing) throws IOException {
    if (!Files.isDirectory(drawing)) {
      return;
    }
    try (Stream<Path> inside = Files.list(drawing)) {
      for (Path file : inside.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(drawing);
  }
}
