package org.openhall.agent.sync;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.openhall.agent.text.Sentence;
import org.openhall.repository.client.FetchException;
import org.openhall.repository.client.Fetcher;

/**
 * When packs and attachments may be fetched. What is small and urgent (metadata, manifest, the
 * emergency list) is never held up by it.
 */
@FunctionalInterface
public interface Bulk {
  /** At any time. */
  Bulk ANY_TIME = Optional::empty;

  /** Why not now, asked before each read; empty where nothing is against it. */
  Optional<Stop> stop();

  /**
   * A reason to stop; what has come stays and is gone on with.
   *
   * @param atOnce whether the next run may begin at once
   */
  record Stop(Sentence words, boolean atOnce) {}

  /** The same place with this rule. */
  default Fetcher on(Fetcher place) {
    return new Fetcher() {
      @Override
      public InputStream fetch(String path) throws FetchException {
        return fetch(path, 0);
      }

      @Override
      public InputStream fetch(String path, long offset) throws FetchException {
        check(path);
        InputStream in = offset == 0 ? place.fetch(path) : place.fetch(path, offset);
        return new FilterInputStream(in) {
          @Override
          public int read(byte[] buffer, int from, int length) throws IOException {
            check(path);
            return super.read(buffer, from, length);
          }
        };
      }
    };
  }

  private void check(String path) throws Stopped {
    Optional<Stop> stop = stop();
    if (stop.isPresent()) {
      throw new Stopped(path, stop.get());
    }
  }

  /** Ends a download. */
  final class Stopped extends FetchException.Stopped {
    private static final long serialVersionUID = 1L;
    private final transient Stop stop;

    Stopped(String path, Stop stop) {
      super(path, stop.words().toString());
      this.stop = stop;
    }

    Stop stop() {
      return stop;
    }
  }
}
