package org.openhall.kiosk.devices;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Replies on their way to a caller: whoever gives one never waits, though the caller may not read.
 * One who is a thousand behind is given up.
 */
final class ReplyQueue implements Consumer<DeviceReply>, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ReplyQueue.class.getName());
  private static final int MOST_WAITING = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final byte[] END = {};

  private final OutputStream out;
  private final BlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
  private final Thread writer;
  private volatile Runnable lost = () -> {};

  ReplyQueue(OutputStream out) {
    this.out = out;
    writer = Thread.ofVirtual().start(this::write);
  }

  /** What to do when the caller is gone. */
  void onLost(Runnable action) {
    lost = action;
  }

  @Override
  public void accept(DeviceReply reply) {
    if (!waiting.offer(reply.toJson())) {
      lost.run();
    }
  }

  private void write() {
    try {
      for (byte[] next = waiting.take(); next.length > 0; next = waiting.take()) {
        out.write(next);
        out.write('\n');
        out.flush();
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "a caller of the devices does not listen", e);
      lost.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits, not for long, until all was heard. */
  @Override
  public void close() {
    try {
      if (waiting.offer(END, PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        writer.join(PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
