package org.openhall.office.bucket;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.openhall.repository.storage.Storage;
import org.openhall.repository.storage.Transfer;

/** How far an upload is, byte by byte, and who hears of it. */
final class Uploading {
  private final Consumer<Transfer> listener;
  private Optional<Transfer> now = Optional.empty();

  /** As it was when the present file began: a request that is repeated begins there again. */
  private Optional<Transfer> before = Optional.empty();

  Uploading(Consumer<Transfer> listener) {
    this.listener = listener;
  }

  synchronized Optional<Transfer> now() {
    return now;
  }

  synchronized Storage.Sending begin(int files, long bytes) {
    before = Optional.of(new Transfer(0, files, 0, bytes));
    tell(before);
    return this::end;
  }

  private synchronized void end() {
    before = Optional.empty();
    now = Optional.empty();
  }

  /** What a request reads. */
  InputStream open(Path file) {
    try {
      return new Counted(Files.newInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file is there. */
  synchronized void arrived(long length) {
    before =
        before.map(t -> new Transfer(t.files() + 1, t.ofFiles(), t.bytes() + length, t.ofBytes()));
    tell(before);
  }

  private synchronized void read(long bytes) {
    tell(before.map(t -> new Transfer(t.files(), t.ofFiles(), t.bytes() + bytes, t.ofBytes())));
  }

  private void tell(Optional<Transfer> transfer) {
    now = transfer;
    transfer.ifPresent(listener);
  }

  private final class Counted extends FilterInputStream {
    private long bytes;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = in.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int got = in.read(into, offset, length);
      count(Math.max(0, got));
      return got;
    }

    private void count(int more) {
      bytes += more;
      Uploading.this.read(bytes);
    }
  }
}
