package org.openhall.office.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.Optional;
import org.openhall.office.push.Frame;
import org.openhall.office.push.Mailbox;
import org.openhall.office.push.PushHub;
import org.openhall.office.push.PushLine;

/**
 * One terminal's open response. Writing never blocks: what the terminal does not take stays in the
 * mailbox, and the server's own limit for writing ends a line on which nothing moves.
 */
final class PushConnection implements PushLine, WriteListener, AsyncListener {
  private final PushHub hub;
  private final String terminal;
  private final AsyncContext async;
  private final ServletOutputStream out;
  private final Mailbox mailbox = new Mailbox();
  private boolean writable; // all under the lock of this object
  private boolean flushDue;
  private boolean ended;

  PushConnection(PushHub hub, String terminal, AsyncContext async) throws IOException {
    this.hub = hub;
    this.terminal = terminal;
    this.async = async;
    this.out = async.getResponse().getOutputStream();
  }

  void start() {
    out.setWriteListener(this);
  }

  @Override
  public void send(Frame frame) {
    mailbox.put(frame);
    write();
  }

  @Override
  public synchronized void close() {
    if (!ended) {
      ended = true;
      async.complete();
    }
  }

  /** The server calls this first, and again whenever it can take more. */
  @Override
  public void onWritePossible() {
    synchronized (this) {
      writable = true;
    }
    write();
  }

  private synchronized void write() {
    try {
      while (writable && !ended && out.isReady()) {
        if (flushDue) {
          out.flush();
          flushDue = false;
          continue;
        }
        Optional<Frame> next = mailbox.take();
        if (next.isEmpty()) {
          return;
        }
        next.get().writeTo(out);
        flushDue = true;
      }
    } catch (IOException e) {
      gone();
    }
  }

  /** The server ends the response itself when it has told its listeners. */
  private synchronized void gone() {
    ended = true;
    hub.leave(terminal, this);
  }

  @Override
  public void onError(Throwable trouble) {
    close();
    gone();
  }

  @Override
  public void onComplete(AsyncEvent event) {
    gone();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    close();
    gone();
  }

  @Override
  public void onError(AsyncEvent event) {
    close();
    gone();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // it is started once
  }
}
