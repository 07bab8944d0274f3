package org.openhall.repository.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Brings files from a folder, such as a USB stick. */
public final class DirectoryFetcher implements Fetcher {
  private final Path folder;

  public DirectoryFetcher(Path folder) {
    this.folder = folder;
  }

  @Override
  public InputStream fetch(String path) throws FetchException {
    try {
      return new LineInput(path, Files.newInputStream(folder.resolve(path)));
    } catch (NoSuchFileException e) {
      throw notFoundOrAbsent(path, e);
    } catch (IOException e) {
      throw new FetchException(path, "%s cannot be read: %s".formatted(folder.resolve(path), e), e);
    }
  }

  /** A stick that was pulled out is not a stick without the file. */
  private FetchException notFoundOrAbsent(String path, NoSuchFileException e) {
    return Files.isDirectory(folder)
        ? new FetchException.NotFound(path, folder.toString())
        : new FetchException(path, "the folder %s is not there".formatted(folder), e);
  }
}
