package org.openhall.simulator.scanner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.openhall.simulator.pty.Pty;

/**
 * An emulated scanner in serial mode: each code that is held to it comes out of its line as UTF-8
 * with a carriage return behind it, whether or not anybody asked. What is written to it, such as
 * the command that lights it, it passes over.
 */
public final class EmulatedScanner implements AutoCloseable {

  private static final int FRAGMENT_BYTES = 7;
  private static final long FRAGMENT_PAUSE_NANOS = 1_000_000;
  private static final int OVERLONG_BYTES = 16 << 10;
  private static final byte[] NOISE = {0, (byte) 0xFF, (byte) 0xFE, 0};

  private final Path link;
  private final Runnable changed;
  private @Nullable Pty pty;
  private ScannerFault fault = ScannerFault.OK;
  private int codes;

  private EmulatedScanner(Path link, Pty pty, Runnable changed) {
    this.link = link;
    this.pty = pty;
    this.changed = changed;
  }

  /**
   * Starts one.
   *
   * @param link the stable path of its serial line
   * @param changed called after each change of state, from any thread
   */
  public static EmulatedScanner start(Path link, Runnable changed) throws IOException {
    return new EmulatedScanner(link, Pty.openAt(link), changed);
  }

  /**
   * Holds a code to it.
   *
   * @param text what is in the code
   * @return whether the scanner has a cable to send it over
   */
  public boolean scan(String text) throws IOException {
    synchronized (this) {
      Pty line = pty;
      if (line == null) {
        return false;
      }
      codes++;
      passOver(line);
      send(line, (text + "\r").getBytes(StandardCharsets.UTF_8));
    }
    changed.run();
    return true;
  }

  /** Sets what is wrong from now on. */
  public void setFault(ScannerFault next) throws IOException {
    synchronized (this) {
      if (next == ScannerFault.GONE) {
        unplug();
      } else if (pty == null) {
        pty = Pty.openAt(link);
      }
      fault = next;
    }
    changed.run();
  }

  /** What is wrong now. */
  public synchronized ScannerFault fault() {
    return fault;
  }

  /** How many codes were held to it. */
  public synchronized int codes() {
    return codes;
  }

  @Override
  public synchronized void close() throws IOException {
    unplug();
  }

  private void unplug() throws IOException {
    if (pty != null) {
      pty.close();
      pty = null;
    }
  }

  private static void passOver(Pty line) throws IOException {
    byte[] commands = new byte[256];
    int count;
    do {
      count = line.read(commands, 0);
    } while (count > 0);
  }

  private void send(Pty line, byte[] code) throws IOException {
    switch (fault) {
      case OK -> line.write(code);
      case MUTE, GONE -> {}
      case TRUNCATED -> line.write(Arrays.copyOf(code, code.length / 2));
      case FRAGMENTS -> sendInFragments(line, code);
      case NOISE -> {
        line.write(NOISE);
        line.write(code);
      }
      case OVERLONG -> {
        byte[] overlong = new byte[OVERLONG_BYTES];
        Arrays.fill(overlong, (byte) '8');
        line.write(overlong);
        line.write(code);
      }
    }
  }

  private static void sendInFragments(Pty line, byte[] code) throws IOException {
    for (int from = 0; from < code.length; from += FRAGMENT_BYTES) {
      line.write(Arrays.copyOfRange(code, from, Math.min(from + FRAGMENT_BYTES, code.length)));
      LockSupport.parkNanos(FRAGMENT_PAUSE_NANOS);
    }
  }
}
