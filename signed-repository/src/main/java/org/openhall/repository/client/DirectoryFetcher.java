package org.openhall.repository.client;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Brings files from a folder, such as a USB stick. Only plain files are opened: a link leads off
 * the stick, and a pipe never ends.
 */
public final class DirectoryFetcher implements Fetcher {
  private final Path folder;

  public DirectoryFetcher(Path folder) {
    this.folder = folder;
  }

  @Override
  public InputStream fetch(String path) throws FetchException {
    Path file = below(path);
    try {
      BasicFileAttributes found =
          Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS);
      if (!found.isRegularFile()) {
        throw new FetchException(path, "%s is no plain file".formatted(file));
      }
      return new LineInput(path, Files.newInputStream(file, NOFOLLOW_LINKS));
    } catch (FetchException e) {
      throw e;
    } catch (NoSuchFileException e) {
      throw notFoundOrAbsent(path, e);
    } catch (IOException e) {
      throw new FetchException(path, "%s cannot be read: %s".formatted(file, e), e);
    }
  }

  /** What a name leads to; nothing outside the folder is anything that it has. */
  private Path below(String path) throws FetchException {
    try {
      Path root = folder.toAbsolutePath().normalize();
      Path file = root.resolve(URLDecoder.decode(path, StandardCharsets.UTF_8)).normalize();
      if (file.startsWith(root)) {
        return file;
      }
    } catch (InvalidPathException e) {
      // no file has such a name
    }
    throw new FetchException.NotFound(path, folder.toString());
  }

  /** A stick that was pulled out is not a stick without the file. */
  private FetchException notFoundOrAbsent(String path, NoSuchFileException e) {
    return Files.isDirectory(folder)
        ? new FetchException.NotFound(path, folder.toString())
        : new FetchException(path, "the folder %s is not there".formatted(folder), e);
  }
}
