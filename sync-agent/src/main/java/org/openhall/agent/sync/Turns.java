package org.openhall.agent.sync;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.openhall.repository.client.FetchException;
import org.openhall.repository.client.Fetcher;
import org.openhall.repository.metadata.RepositoryException;

/**
 * Lets one thread at a time change the trusted metadata and the emergency list, and nobody wait for
 * the line: while one fetches, another may take its turn. What was begun before is then out of date
 * and begins again, so that nothing newer is ever overwritten by something older.
 */
final class Turns {
  private static final int LARGEST = 5_000_001;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();

  // Under the lock: the newest turn begun, how many have begun and not ended, a whole timestamp.
  private long newest;
  private int open;
  private byte[] settled = {};

  /** What is done in a turn. */
  interface Steps {
    void run() throws RepositoryException, IOException;
  }

  /** Another turn was taken while this one waited for the line. */
  private static final class Overtaken extends FetchException.Stopped {
    private static final long serialVersionUID = 1L;

    Overtaken(String path) {
      super(path, "overtaken");
    }
  }

  /** Runs the steps, again from the first where another turn was taken meanwhile. */
  void take(Steps steps) throws RepositoryException, IOException {
    lock.lock();
    try {
      while (!took(steps)) {
        while (open > 0) {
          ended.awaitUninterruptibly(); // the newest goes first, so that all come to an end
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean took(Steps steps) throws RepositoryException, IOException {
    newest++;
    open++;
    try {
      steps.run();
      return true;
    } catch (Overtaken e) {
      return false;
    } finally {
      open--;
      ended.signalAll();
    }
  }

  /** Within a turn: all that this timestamp stands for is here. */
  void settle(byte[] timestamp) {
    settled = timestamp.clone();
  }

  /** Whether all that a timestamp stands for is here. */
  boolean isSettled(byte[] timestamp) {
    lock.lock();
    try {
      return Arrays.equals(settled, timestamp);
    } finally {
      lock.unlock();
    }
  }

  /** The same source; within a turn it is left to others while the line is waited for. */
  Fetcher yielding(Fetcher line) {
    return new Fetcher() {
      @Override
      public InputStream fetch(String path) throws FetchException {
        return fetch(path, 0);
      }

      @Override
      public InputStream fetch(String path, long offset) throws FetchException {
        return lock.isHeldByCurrentThread() ? whole(line, path, offset) : line.fetch(path, offset);
      }
    };
  }

  private InputStream whole(Fetcher line, String path, long offset) throws FetchException {
    long mine = newest;
    lock.unlock();
    try {
      return read(line, path, offset);
    } finally {
      lock.lock();
      requireNewest(mine, path);
    }
  }

  /** Whether the line brought something or not: it is an answer to what was known before. */
  private void requireNewest(long mine, String path) throws Overtaken {
    if (newest != mine) {
      throw new Overtaken(path);
    }
  }

  private static InputStream read(Fetcher line, String path, long offset) throws FetchException {
    try (InputStream in = line.fetch(path, offset)) {
      return new ByteArrayInputStream(in.readNBytes(LARGEST)); // whoever asked refuses too much
    } catch (FetchException e) {
      throw e;
    } catch (IOException e) {
      throw new FetchException(path, "the line broke while fetching " + path, e);
    }
  }
}
