package org.openhall.simulator.printer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** A line to a printer on which somebody listens: what the host says is kept. */
final class Tap implements AutoCloseable {

  private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Semaphore answered = new Semaphore(0);
  private final AtomicInteger ends = new AtomicInteger();
  private final int printer;
  private volatile Runnable onReceipt;
  private volatile boolean deaf;

  /**
   * A tap.
   *
   * @param printer the port of the printer
   * @param onReceipt called when a receipt begins, before the printer has its first byte
   */
  Tap(int printer, Runnable onReceipt) throws IOException {
    this.printer = printer;
    this.onReceipt = onReceipt;
    Thread.ofVirtual().start(this::serve);
  }

  /** Keeps from the printer that it shall forget, as if it did not know that command. */
  Tap deafToForget() {
    deaf = true;
    return this;
  }

  /** From now on nothing happens when a receipt begins. */
  void quiet() {
    onReceipt = () -> {};
  }

  int port() {
    return server.getLocalPort();
  }

  /** What the host said from the last reset on. */
  byte[] receipt() {
    byte[] all = said.toByteArray();
    int at = all.length - 2;
    while (!beginsReceipt(all, at)) {
      at--;
    }
    return Arrays.copyOfRange(all, at, all.length);
  }

  /** How often the host asked in real time since the last receipt began. */
  int questionsSinceReceipt() {
    byte[] receipt = receipt();
    int questions = 0;
    for (int at = 0; at < receipt.length - 1; at++) {
      questions += receipt[at] == 0x10 && receipt[at + 1] == 0x04 ? 1 : 0;
    }
    return questions;
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket host = server.accept();
          Socket far = new Socket(InetAddress.getLoopbackAddress(), printer)) {
        Thread.ofVirtual().start(() -> answers(far, host));
        questions(host, far);
      } catch (IOException ended) {
        ends.incrementAndGet();
      }
    }
  }

  private void questions(Socket host, Socket far) throws IOException {
    byte[] buffer = new byte[65_536];
    InputStream in = host.getInputStream();
    for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
      said.write(buffer, 0, count);
      if (deaf) {
        keepForgetBack(buffer, count);
      }
      int sent = beginsReceipt(buffer, 0) ? begin(buffer, far) : 0;
      far.getOutputStream().write(buffer, sent, count - sent);
    }
  }

  private static void keepForgetBack(byte[] buffer, int count) {
    for (int at = 0; at < count - 2; at++) {
      if (buffer[at] == 0x10 && buffer[at + 1] == 0x14 && buffer[at + 2] == 8) {
        Arrays.fill(buffer, at, at + 10, (byte) 0);
      }
    }
  }

  /** Lets automatic status be turned on, where the receipt does, before trouble comes. */
  private int begin(byte[] buffer, Socket far) throws IOException {
    boolean automatic = buffer[2] == 0x1D && buffer[3] == 'a' && buffer[4] != 0;
    if (automatic) {
      answered.drainPermits();
      far.getOutputStream().write(buffer, 0, 5);
      answered.acquireUninterruptibly(4);
    }
    onReceipt.run();
    return automatic ? 5 : 0;
  }

  private void answers(Socket far, Socket host) {
    try {
      for (int next = far.getInputStream().read(); next >= 0; next = far.getInputStream().read()) {
        host.getOutputStream().write(next);
        answered.release();
      }
    } catch (IOException ended) {
      ends.incrementAndGet();
    }
  }

  private static boolean beginsReceipt(byte[] bytes, int at) {
    return bytes[at] == 0x1B && bytes[at + 1] == '@';
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
