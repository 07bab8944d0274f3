package org.openhall.device.transport;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The commands that wait for a device's thread: bounded and closable. */
final class CommandQueue<C extends Connection> {

  private static final int MOST_WAITING = 8;

  private final Queue<PendingCommand<C, ?>> waiting = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean closed;

  /** How an offer went. */
  enum Offer {
    TAKEN,
    FULL,
    CLOSED
  }

  Offer offer(PendingCommand<C, ?> command) {
    lock.lock();
    try {
      if (closed) {
        return Offer.CLOSED;
      }
      if (waiting.size() >= MOST_WAITING) {
        return Offer.FULL;
      }
      waiting.add(command);
      changed.signalAll();
      return Offer.TAKEN;
    } finally {
      lock.unlock();
    }
  }

  /** The next command; empty when the time is up, or after the close. */
  Optional<PendingCommand<C, ?>> take(long waitNanos) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = waitNanos;
      while (waiting.isEmpty() && !closed && left > 0) {
        left = changed.awaitNanos(left);
      }
      return closed ? Optional.empty() : Optional.ofNullable(waiting.poll());
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean closed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /** Takes out whatever still waits, after the close. */
  List<PendingCommand<C, ?>> rest() {
    lock.lock();
    try {
      List<PendingCommand<C, ?>> rest = new ArrayList<>(waiting);
      waiting.clear();
      return rest;
    } finally {
      lock.unlock();
    }
  }
}
