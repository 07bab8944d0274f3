package org.openhall.device.printer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The far end of a printer's line: answers {@code DLE EOT} and {@code GS r 1} as a test wants, and
 * can end the connection after so many bytes of a receipt.
 */
final class ScriptedPrinter implements AutoCloseable {

  private static final byte[] RECEIPT_BEGINS = {0x1B, '@'};
  private static final byte[] FORGOTTEN = {0x37, 0x25, 0};

  private final ServerSocket server;
  private final List<byte[]> receipts = new CopyOnWriteArrayList<>();
  private final List<byte[]> partings = new CopyOnWriteArrayList<>();
  private final int[] status = {0x12, 0x12, 0x12, 0x12};
  private volatile int confirmation = 0x00;
  private volatile boolean confirms = true;
  private volatile int hangUpAfter = Integer.MAX_VALUE;
  private volatile Runnable onReceiptBegin = () -> {};
  private volatile byte[] beforeConfirmation = {};
  private volatile boolean owesAnswer;

  ScriptedPrinter() throws IOException {
    server = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon(true).start(this::serve);
  }

  int port() {
    return server.getLocalPort();
  }

  /** What came from each {@code ESC @} on, without the questions. */
  List<byte[]> receipts() {
    return receipts;
  }

  /** What came from each {@code ESC @} on that stood behind a request to forget. */
  List<byte[]> partings() {
    return partings;
  }

  /** What it answers to DLE EOT 1 to 4. */
  synchronized ScriptedPrinter status(int kind, int answer) {
    status[kind - 1] = answer;
    return this;
  }

  ScriptedPrinter confirmsWith(int answer) {
    confirmation = answer;
    return this;
  }

  /** Sends these bytes just before the confirmation. */
  ScriptedPrinter says(byte... bytes) {
    beforeConfirmation = bytes;
    return this;
  }

  /** Answers to a receipt of before as soon as it goes on with what comes next. */
  ScriptedPrinter owesAnAnswer() {
    owesAnswer = true;
    return this;
  }

  ScriptedPrinter confirms(boolean does) {
    confirms = does;
    return this;
  }

  ScriptedPrinter hangsUpAfter(int bytesOfAReceipt) {
    hangUpAfter = bytesOfAReceipt;
    return this;
  }

  ScriptedPrinter onReceiptBegin(Runnable action) {
    onReceiptBegin = action;
    return this;
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        new Conversation(socket.getInputStream(), socket.getOutputStream()).run();
      } catch (IOException ended) {
        receipts.removeIf(receipt -> receipt.length == 0);
      }
    }
  }

  private final class Conversation {
    private final InputStream in;
    private final OutputStream out;
    private final ByteArrayOutputStream tail = new ByteArrayOutputStream();
    private boolean inReceipt;
    private boolean inParting;

    Conversation(InputStream in, OutputStream out) {
      this.in = in;
      this.out = out;
    }

    void run() throws IOException {
      for (int next = in.read(); next >= 0; next = in.read()) {
        tail.write(next);
        if (inReceipt && !inParting && tail.size() >= hangUpAfter) {
          keep();
          return;
        }
        take(tail.toByteArray());
      }
      keep();
    }

    private void take(byte[] bytes) throws IOException {
      if (ends(bytes, new byte[] {0x1D, 'r', 1})) {
        keep();
        payOwedAnswer();
        if (confirms) {
          out.write(beforeConfirmation);
          out.write(confirmation);
        }
      } else if (!inReceipt && ends(bytes, ReceiptBytes.FORGET)) {
        out.write(FORGOTTEN);
        inParting = true;
        tail.reset();
      } else if (inParting && ends(bytes, RECEIPT_BEGINS)) {
        inReceipt = true;
        tail.reset();
        tail.write(RECEIPT_BEGINS);
      } else if (bytes.length == 2 && ends(bytes, RECEIPT_BEGINS)) {
        inReceipt = true;
        payOwedAnswer();
        onReceiptBegin.run();
        if (hangUpAfter <= 2) {
          throw new IOException("hangs up");
        }
      } else if (bytes.length >= 3 && isQuestion(bytes)) {
        answer(bytes[bytes.length - 1]);
      }
    }

    private void payOwedAnswer() throws IOException {
      if (owesAnswer) {
        owesAnswer = false;
        out.write(confirmation);
      }
    }

    private boolean isQuestion(byte[] bytes) {
      int end = bytes.length;
      return bytes[end - 3] == 0x10 && bytes[end - 2] == 0x04 && bytes[end - 1] <= 4;
    }

    private void answer(int kind) throws IOException {
      synchronized (ScriptedPrinter.this) {
        if (status[kind - 1] != 0) {
          out.write(status[kind - 1]);
        }
      }
      if (!inReceipt) {
        tail.reset();
      }
    }

    private void keep() {
      if (inReceipt) {
        (inParting ? partings : receipts).add(tail.toByteArray());
      }
      inReceipt = false;
      inParting = false;
      tail.reset();
    }
  }

  private static boolean ends(byte[] bytes, byte[] end) {
    int from = bytes.length - end.length;
    return from >= 0 && Arrays.equals(bytes, from, bytes.length, end, 0, end.length);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
