package org.openhall.simulator.sensor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openhall.simulator.pty.Pty;

/**
 * An emulated sensor with two states. It says a word a line when its state changes, and again every
 * quarter of a second, as radar modules do; beside that a file holds {@code 1} or {@code 0}, as the
 * kernel's files of digital inputs do.
 */
public final class EmulatedSensor implements AutoCloseable {

  private static final long AGAIN_MILLIS = 250;
  private static final byte[] NOISE = {0, (byte) 0xFF, '\n', 'x', '?', '\n'};

  private final Path link;
  private final Path file;
  private final Words words;
  private final Runnable changed;
  private final ScheduledExecutorService thread;
  private @Nullable Pty pty;
  private SensorFault fault = SensorFault.OK;
  private boolean active;
  private boolean said;

  /**
   * The words of its line.
   *
   * @param active somebody near, or open
   * @param quiet nobody near, or shut
   */
  public record Words(String active, String quiet) {}

  private EmulatedSensor(Path link, Words words, Pty pty, Runnable changed) {
    this.link = link;
    this.file = link.resolveSibling(link.getFileName() + ".value");
    this.words = words;
    this.pty = pty;
    this.changed = changed;
    thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sensor-" + link.getFileName()).factory());
  }

  /**
   * Starts a quiet one.
   *
   * @param link the stable path of its serial line; the file has the same name with {@code .value}
   * @param changed called after each change of state, from any thread
   */
  public static EmulatedSensor start(Path link, Words words, Runnable changed) throws IOException {
    EmulatedSensor sensor = new EmulatedSensor(link, words, Pty.openAt(link), changed);
    sensor.tell(false);
    var _ =
        sensor.thread.scheduleWithFixedDelay(
            sensor::again, AGAIN_MILLIS, AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    return sensor;
  }

  /** Somebody comes or goes; it opens or shuts. */
  public void set(boolean next) throws IOException {
    synchronized (this) {
      active = next;
      tell(next);
    }
    changed.run();
  }

  /** How it is in truth, whatever is said. */
  public synchronized boolean active() {
    return active;
  }

  /** Sets what is wrong from now on. */
  public void setFault(SensorFault next) throws IOException {
    synchronized (this) {
      fault = next;
      if (next == SensorFault.GONE) {
        unplug();
      } else if (pty == null) {
        pty = Pty.openAt(link);
      }
      tell(active);
    }
    changed.run();
  }

  /** What is wrong now. */
  public synchronized SensorFault fault() {
    return fault;
  }

  @Override
  public void close() throws IOException {
    thread.shutdownNow();
    synchronized (this) {
      fault = SensorFault.GONE;
      unplug();
    }
  }

  private void unplug() throws IOException {
    Files.deleteIfExists(file);
    if (pty != null) {
      pty.close();
      pty = null;
    }
  }

  private synchronized void again() {
    try {
      tell(fault == SensorFault.FLAPPING ? !said : active);
    } catch (IOException e) {
      throw new UncheckedIOException("The sensor lost its line or its file", e);
    }
  }

  private void tell(boolean now) throws IOException {
    Pty line = pty;
    if (fault == SensorFault.MUTE || line == null) {
      return;
    }
    said = now;
    byte[] word =
        ((now ? words.active() : words.quiet()) + "\n").getBytes(StandardCharsets.US_ASCII);
    if (fault == SensorFault.NOISE) {
      line.write(NOISE);
    }
    if (fault == SensorFault.FRAGMENTS) {
      for (byte letter : word) {
        line.write(new byte[] {letter});
      }
    } else {
      line.write(word);
    }
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, now ? "1\n" : "0\n");
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
