package org.openhall.agent.sync;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.openhall.link.push.PushedFile;
import org.openhall.repository.client.FetchException;
import org.openhall.repository.client.Fetcher;

/**
 * What a push brought of a release, for the run that comes after it: each file is there once, in
 * the place of the line, and passes the same gate as what the line brings. A file that is not what
 * it should be so costs one try, and the next asks the line. Any thread.
 */
public final class PushedFiles {
  /** Names that say which bytes they stand for; of others the line may know a newer one. */
  private static final Pattern FOR_EVER =
      Pattern.compile("metadata/\\d+\\.(?!root\\.).+|targets/.+");

  private final Map<String, PushedFile> waiting = new ConcurrentHashMap<>();

  /** Keeps these until they are asked for, or others come. */
  public void keep(List<PushedFile> files) {
    waiting.clear();
    files.stream()
        .filter(file -> FOR_EVER.matcher(file.path()).matches())
        .forEach(file -> waiting.put(file.path(), file));
  }

  /**
   * The same place, asked only for what was not pushed.
   *
   * @param line stands in the folder that holds {@code metadata/} and {@code targets/}
   */
  public Fetcher before(Fetcher line) {
    return new Fetcher() {
      @Override
      public InputStream fetch(String path) throws FetchException {
        PushedFile pushed = waiting.remove(path);
        return pushed == null ? line.fetch(path) : new ByteArrayInputStream(pushed.bytes().bytes());
      }

      @Override
      public InputStream fetch(String path, long offset) throws FetchException {
        return offset == 0 ? fetch(path) : line.fetch(path, offset);
      }
    };
  }
}
