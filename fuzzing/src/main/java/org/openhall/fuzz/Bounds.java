package org.openhall.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Runs a target within its bound of memory, counted as bytes allocated, not by a full heap. */
final class Bounds {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Bounds() {}

  /**
   * Tries an input.
   *
   * @throws AssertionError also if it allocated too much
   */
  static void run(FuzzTarget target, byte[] input) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    target.run(input);
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
    if (allocated > target.mostAllocated()) {
      throw new AssertionError("allocated " + allocated + " bytes for " + input.length);
    }
  }

  /** Processor time of a thread so far, in nanoseconds. */
  static long processorTime(Thread thread) {
    return THREADS.getThreadCpuTime(thread.threadId());
  }
}
