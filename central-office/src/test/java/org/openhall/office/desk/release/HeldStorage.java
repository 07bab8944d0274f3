package org.openhall.office.desk.release;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.openhall.repository.storage.Storage;
import org.openhall.repository.storage.Transfer;

/** A disk on which a publication stays half-way, or breaks, as long as a test wants. */
final class HeldStorage implements Storage {
  private final Storage disk = Storage.durable();
  private volatile CountDownLatch held = new CountDownLatch(0);
  private volatile boolean breaks;

  void hold() {
    held = new CountDownLatch(1);
  }

  void letGo() {
    held.countDown();
  }

  void breaks(boolean now) {
    breaks = now;
  }

  @Override
  public OutputStream append(Path file) throws IOException {
    return disk.append(file);
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    if (breaks) {
      throw new IOException("the store is away");
    }
    try {
      held.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    disk.move(from, to);
  }

  @Override
  public Optional<Transfer> transfer() {
    return held.getCount() == 0
        ? Optional.empty()
        : Optional.of(new Transfer(3, 8, 1_234_567, 3_000_000));
  }
}
