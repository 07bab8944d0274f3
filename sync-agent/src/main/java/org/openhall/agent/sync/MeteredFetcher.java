package org.openhall.agent.sync;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntConsumer;
import org.openhall.repository.client.FetchException;
import org.openhall.repository.client.Fetcher;

/** Counts what comes over the line. */
final class MeteredFetcher implements Fetcher {
  private final Fetcher source;
  private final IntConsumer meter;

  MeteredFetcher(Fetcher source, IntConsumer meter) {
    this.source = source;
    this.meter = meter;
  }

  @Override
  public InputStream fetch(String path) throws FetchException {
    return new Metered(source.fetch(path));
  }

  @Override
  public InputStream fetch(String path, long offset) throws FetchException {
    return new Metered(source.fetch(path, offset));
  }

  private final class Metered extends FilterInputStream {
    Metered(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      if (next >= 0) {
        meter.accept(1);
      }
      return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      if (count > 0) {
        meter.accept(count);
      }
      return count;
    }
  }
}
