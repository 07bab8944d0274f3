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
  private final Runnable onReceipt;

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

  /** How many bytes the host said behind the question at the last receipt's end. */
  int afterReceipt() {
    byte[] receipt = receipt();
    int end = receipt.length;
    while (receipt[end - 3] != 0x1D || receipt[end - 2] != 'r') {
      end--;
    }
    return receipt.length - end;
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
      int sent = beginsReceipt(buffer, 0) ? begin(buffer, far) : 0;
      far.getOutputStream().write(buffer, sent, count - sent);
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
