package org.openhall.agent.sync;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.openhall.link.push.PushedFile;
import org.openhall.repository.client.FetchException;
import org.openhall.repository.client.Fetcher;

/**
 * Brings the files of a message, and what it lacks from the line. New roots are asked for on demand
 * only: else each push would make every terminal call, which the push is there to save. A root that
 * is withheld so comes with the next run, as if the line had withheld it.
 */
final class PushedFetcher implements Fetcher {
  private static final Pattern ROOT = Pattern.compile("metadata/\\d+\\.root\\.json");

  private final List<PushedFile> files;
  private final Fetcher line;
  private final boolean roots;

  PushedFetcher(List<PushedFile> files, Fetcher line, boolean roots) {
    this.files = List.copyOf(files);
    this.line = line;
    this.roots = roots;
  }

  @Override
  public InputStream fetch(String path) throws FetchException {
    return fetch(path, 0);
  }

  @Override
  public InputStream fetch(String path, long offset) throws FetchException {
    Optional<PushedFile> pushed =
        files.stream().filter(file -> file.path().equals(path)).findFirst();
    if (pushed.isPresent()) {
      byte[] bytes = pushed.get().bytes().bytes();
      int from = (int) Math.min(offset, bytes.length);
      return new ByteArrayInputStream(bytes, from, bytes.length - from);
    }
    if (!roots && ROOT.matcher(path).matches()) {
      throw new FetchException.NotFound(path, "the push");
    }
    return line.fetch(path, offset);
  }
}
