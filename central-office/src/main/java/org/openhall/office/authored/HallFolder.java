package org.openhall.office.authored;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of a hall's content, on disk or inside the program's own archive. */
public final class HallFolder implements Closeable {
  private static final String SHIPPED = "/sample/";
  private static final String MARK = "departments.json";

  private final Path root;
  private final Optional<FileSystem> archive;

  private HallFolder(Path root, Optional<FileSystem> archive) {
    this.root = root;
    this.archive = archive;
  }

  /** Whether a folder looks like a hall's content. */
  public static boolean isHall(Path folder) {
    return Stream.of(MARK, "guides", "entries").anyMatch(n -> Files.exists(folder.resolve(n)));
  }

  /** A folder on disk. */
  public static HallFolder of(Path folder) {
    return new HallFolder(folder, Optional.empty());
  }

  /** The sample that ships with the program. */
  public static HallFolder shipped() throws IOException {
    URI mark = uriOf(SHIPPED + MARK);
    if (!"jar".equals(mark.getScheme())) {
      return of(Objects.requireNonNull(Path.of(mark).getParent()));
    }
    FileSystem archive = FileSystems.newFileSystem(mark, Map.of());
    return new HallFolder(archive.getPath(SHIPPED), Optional.of(archive));
  }

  private static URI uriOf(String resource) {
    try {
      return Objects.requireNonNull(HallFolder.class.getResource(resource)).toURI();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a resource is always at an address", e);
    }
  }

  Path root() {
    return root;
  }

  @Override
  public void close() throws IOException {
    if (archive.isPresent()) {
      archive.get().close();
    }
  }
}
